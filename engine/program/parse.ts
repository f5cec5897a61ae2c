import { EquationError, nearest, quoted } from './errors.ts';
import { functionNames, isFunction, opOf } from './ops.ts';
import { scan, type Token } from './scan.ts';
import type { Equation, Expression, Place, Term } from './types.ts';

/**
 * Reads equations, one a line: `name[t] = expression`. Grammar, loosest first: sum, elementwise
 * product `*`, matrix product by juxtaposition, then number, name, call or bracket.
 * @throws EquationError with place, found, expected and hint
 */
export function parse(program: string, text: string): Equation[] {
  const reader = new Reader(program, scan(program, text));
  const equations: Equation[] = [];
  while (!reader.atEnd()) equations.push(equation(reader));
  if (equations.length === 0)
    throw new EquationError(program, {
      at: { line: 1, column: 1 },
      found: 'no equation',
      expected: 'at least one',
      hint: 'type for example h[t] = tanh(W_xh x[t] + W_hh h[t-1] + b_h)',
    });
  return equations;
}

class Reader {
  private index = 0;
  private readonly program: string;
  private readonly tokens: readonly Token[];

  constructor(program: string, tokens: readonly Token[]) {
    this.program = program;
    this.tokens = tokens.filter(({ kind }, i) => i > 0 || kind !== 'end-of-equation');
  }

  atEnd = (): boolean => this.index >= this.tokens.length;

  /** The next token; the text ends with one that every equation takes. */
  peek = (): Token => this.tokens[this.index]!;

  next(): Token {
    const token = this.peek();
    this.index += 1;
    return token;
  }

  /** Takes the next token if it is this symbol. */
  takes(symbol: string): boolean {
    const found = this.peek().kind === 'symbol' && this.peek().text === symbol;
    if (found) this.index += 1;
    return found;
  }

  fail(token: Token, expected: string, hint: string): never {
    const found = token.kind === 'end-of-equation' ? `the ${token.text}` : `«${token.text}»`;
    throw new EquationError(this.program, { at: token.at, found, expected, hint });
  }
}

function equation(reader: Reader): Equation {
  const name = reader.next();
  if (name.kind !== 'name')
    reader.fail(name, 'the name of a quantity', 'begin an equation with for example h[t] =');
  const time = reader.next();
  if (time.text !== '[t]')
    reader.fail(time, `«[t]» after «${name.text}»`, `write ${name.text}[t] = …`);
  if (!reader.takes('='))
    reader.fail(reader.peek(), '«=»', `write ${name.text}[t] = … on one line`);
  const right = sum(reader);
  const stop = reader.next();
  if (stop.kind !== 'end-of-equation') unexpected(reader, stop);
  return { name: name.text, right, at: name.at };
}

function unexpected(reader: Reader, token: Token): never {
  if (token.text === ')')
    reader.fail(token, 'the end of the equation', 'a closing bracket has no opening one');
  if (token.text === '=')
    reader.fail(token, 'the end of the equation', 'put each equation on a line of its own');
  reader.fail(
    token,
    'an operator: + - *',
    'put * between two quantities that are multiplied elementwise; a matrix goes directly before its vector',
  );
}

function sum(reader: Reader): Expression {
  const at = reader.peek().at;
  const terms: Term[] = [{ sign: reader.takes('-') ? -1 : 1, of: product(reader) }];
  for (;;) {
    if (reader.takes('+')) terms.push({ sign: 1, of: product(reader) });
    else if (reader.takes('-')) terms.push({ sign: -1, of: product(reader) });
    else break;
  }
  const [first] = terms;
  return terms.length === 1 && first?.sign === 1 ? first.of : { kind: 'sum', terms, at };
}

function product(reader: Reader): Expression {
  const at = reader.peek().at;
  const first = applied(reader);
  const factors = [first];
  while (reader.takes('*')) factors.push(applied(reader));
  return factors.length === 1 ? first : { kind: 'product', factors, at };
}

/** A matrix before a vector, or a single operand. */
function applied(reader: Reader): Expression {
  const token = reader.peek();
  const operand = atom(reader);
  if (operand.kind !== 'name' || operand.lag !== null || !startsOperand(reader.peek()))
    return operand;
  return { kind: 'apply', matrix: operand.name, vector: applied(reader), at: token.at };
}

const startsOperand = ({ kind, text }: Token): boolean =>
  kind === 'name' || kind === 'number' || text === '(';

function atom(reader: Reader): Expression {
  const token = reader.next();
  if (token.kind === 'number') {
    const value = Number(token.text);
    if (!Number.isFinite(value))
      reader.fail(token, 'a number below 1.8e308', 'this one is too large for double precision');
    return { kind: 'number', value, at: token.at };
  }
  if (token.text === '(') return closing(reader, token, sum(reader));
  if (token.text === '-')
    return { kind: 'sum', terms: [{ sign: -1, of: atom(reader) }], at: token.at };
  if (token.kind === 'time')
    reader.fail(token, 'a name before the time index', 'write for example h[t-1]');
  if (token.kind !== 'name')
    reader.fail(token, 'a number, a name, a function or «(»', 'something is missing here');
  const after = reader.peek();
  if (after.kind === 'time') return timed(reader, token, reader.next());
  if (after.text === '(' && isFunction(token.text)) return call(reader, token);
  if (after.text === '(' && looksLikeFunction(token.text)) unknownFunction(reader, token);
  return { kind: 'name', name: token.text, lag: null, at: token.at };
}

/** Matrices are written with capitals (W_hn); small letters before «(» are meant as a function. */
const looksLikeFunction = (name: string): boolean => /^[a-z]{2,}[a-z0-9]*$/.test(name);

function unknownFunction(reader: Reader, token: Token): never {
  const known = functionNames();
  const near = nearest(token.text, known);
  reader.fail(
    token,
    `a function: ${known.join(', ')}`,
    near.length > 0 ? `did you mean ${quoted(near)}?` : 'only these functions exist',
  );
}

function timed(reader: Reader, name: Token, time: Token): Expression {
  if (time.text === '[t]') return { kind: 'name', name: name.text, lag: 0, at: name.at };
  if (time.text === '[t-1]') return { kind: 'name', name: name.text, lag: 1, at: name.at };
  if (!time.text.endsWith(']'))
    reader.fail(time, 'a closing bracket «]»', `write ${name.text}[t] or ${name.text}[t-1]`);
  return reader.fail(time, '«[t]» or «[t-1]»', 'a step sees the present and one step back');
}

function call(reader: Reader, name: Token): Expression {
  const open = reader.next();
  const args = [sum(reader)];
  while (reader.takes(',')) args.push(sum(reader));
  const wanted = opOf(name.text).arity;
  if (args.length !== wanted)
    reader.fail(
      name,
      `${wanted} argument${wanted === 1 ? '' : 's'} of «${name.text}», not ${args.length}`,
      'separate arguments by commas',
    );
  const expression: Expression = { kind: 'call', op: name.text, args, at: name.at };
  return closing(reader, open, expression);
}

function closing(reader: Reader, open: Token, inside: Expression): Expression {
  if (reader.takes(')')) return inside;
  const token = reader.peek();
  if (token.kind !== 'end-of-equation') unexpected(reader, token);
  return reader.fail(token, '«)»', `the bracket opened at ${place(open.at)} is not closed`);
}

const place = ({ line, column }: Place): string => `line ${line}, column ${column}`;
