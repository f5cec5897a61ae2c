/** The answer of `evaluate`: a number, or a sentence that says what could not be read and where. */
export type Reckoned = { readonly value: number } | { readonly problem: string };

/**
 * Reckons what a person types into a field: `1,5`, `−2`, `1/3`, `2 · 0.9575 − 1`, `sqrt(2)`, `3^2`.
 * Decimal point or comma; `^` takes a whole exponent up to 64. `names` stand for their numbers.
 * Never throws.
 */
export function evaluate(text: string, names: Readonly<Record<string, number>> = {}): Reckoned {
  const tokens = scan(text);
  if ('problem' in tokens) return tokens;
  if (tokens.list.length === 0) return { problem: 'Type a number, for example 1.5, −2 or 1/3.' };
  try {
    const reader = new Reader(tokens.list, names);
    const value = reader.sum();
    reader.end();
    return Number.isFinite(value)
      ? { value }
      : { problem: 'This divides by zero or is too large.' };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message };
    throw error;
  }
}

class Unreadable extends Error {}

const TOKEN = /\s*(?:(\d+(?:[.,]\d*)?|[.,]\d+)|([A-Za-z_]\w*|√)|([-+*/^()]))/y;

/** The signs that keyboards and books have for the same operation. */
const plain = (text: string): string =>
  text
    .replace(/[−–‒]/g, '-')
    .replace(/[×·⋅∙]/g, '*')
    .replace(/[÷∶:]/g, '/')
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .trim();

function scan(text: string): { list: string[] } | { problem: string } {
  const source = plain(text);
  const list: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const start = TOKEN.lastIndex;
    const token = TOKEN.exec(source)?.[0].trim();
    if (token === undefined) {
      const found = source.slice(start).trim().charAt(0);
      return {
        problem: `«${found}» cannot be read here. Type a number, for example 1.5, −2 or 1/3.`,
      };
    }
    list.push(token);
  }
  return { list };
}

class Reader {
  private index = 0;
  private readonly tokens: readonly string[];
  private readonly names: Readonly<Record<string, number>>;

  constructor(tokens: readonly string[], names: Readonly<Record<string, number>>) {
    this.tokens = tokens;
    this.names = names;
  }

  sum(): number {
    let total = this.product();
    for (;;) {
      if (this.takes('+')) total += this.product();
      else if (this.takes('-')) total -= this.product();
      else return total;
    }
  }

  end(): void {
    const left = this.tokens[this.index];
    if (left !== undefined)
      throw new Unreadable(
        `After the number stands «${left}». Type one number only, for example 1.5.`,
      );
  }

  private product(): number {
    let total = this.signed();
    for (;;) {
      if (this.takes('*')) total *= this.signed();
      else if (this.takes('/')) total /= this.signed();
      else return total;
    }
  }

  private signed(): number {
    if (this.takes('-')) return -this.signed();
    return this.takes('+') ? this.signed() : this.power();
  }

  private power(): number {
    const base = this.atom();
    if (!this.takes('^')) return base;
    const exponent = this.signed();
    if (!Number.isInteger(exponent) || Math.abs(exponent) > 64)
      throw new Unreadable('After ^ stands a whole number up to 64, as in 0.5^10.');
    let result = 1;
    for (let i = 0; i < Math.abs(exponent); i++) result *= base;
    return exponent < 0 ? 1 / result : result;
  }

  private atom(): number {
    const token = this.tokens[this.index++];
    if (token === undefined) throw new Unreadable('Something is missing at the end.');
    if (token === '(') return this.bracket();
    if (token === 'sqrt' || token === '√') return Math.sqrt(this.atom());
    if (/^[\d.,]/.test(token)) return Number(token.replace(',', '.'));
    const value = Object.hasOwn(this.names, token) ? this.names[token] : undefined;
    if (value === undefined)
      throw new Unreadable(`«${token}» is not a number. Type for example 1.5, −2 or 1/3.`);
    return value;
  }

  private bracket(): number {
    const inside = this.sum();
    if (!this.takes(')')) throw new Unreadable('A bracket is not closed.');
    return inside;
  }

  private takes(symbol: string): boolean {
    const found = this.tokens[this.index] === symbol;
    if (found) this.index += 1;
    return found;
  }
}
