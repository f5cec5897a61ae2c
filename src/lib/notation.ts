import type { NotationSymbol } from './notation-files.ts';
import { notation } from './symbols.ts';

/** The id of a symbol on the page on notation. */
export const symbolId = ({ name, only }: NotationSymbol): string =>
  `symbol-${name}${only === undefined ? '' : `-in-${only}`}`;

/** Returns the TeX of a symbol at step t: h_t, a_{h,t}; of one without steps, its letter. */
export const atStep = ({ tex, timed }: NotationSymbol): string => {
  if (!timed) return tex;
  return tex.endsWith('}') ? tex.replace(/\}$/, ',t}') : `${tex}_t`;
};

/** A piece of TeX: text as it is, or a symbol that the notation knows or does not know. */
type Piece =
  | { readonly text: string }
  | { readonly text: string; readonly base: string; readonly subscript: string | undefined };

const COMMAND =
  /^\\(?:operatorname|text|textbf|mathrm|htmlData|htmlClass|begin|end|tag|color)\*?\s*(?:\{[^{}]*\})/;

/** Returns hand-written TeX with every known symbol wrapped for linking: h_{t-1} → \htmlData{…}{h_{t-1}}. */
export function linked(tex: string): string {
  let before = '';
  const list = pieces(tex);
  return list
    .map((piece, n) => {
      if (barredAt(list, n) !== undefined) return '';
      const takesOne = TAKES_ONE.test(before);
      if (piece.text.trim() !== '') before = piece.text;
      if (!('base' in piece)) return piece.text;
      const bar = [n - 1, n - 2].find((index) => barredAt(list, index) === n);
      if (bar !== undefined) return wrapped(piece.text, piece.base, piece.subscript, true);
      const text = wrapped(piece.text, piece.base, piece.subscript);
      return takesOne && text !== piece.text ? `{${text}}` : text;
    })
    .join('');
}

/** The index of the symbol that a bar at n stands over: a gradient, linked as a whole. */
function barredAt(list: readonly Piece[], n: number): number | undefined {
  if (list[n]?.text !== '\\bar') return undefined;
  const index = list[n + 1]?.text.trim() === '' ? n + 2 : n + 1;
  const piece = list[index];
  if (piece === undefined || !('base' in piece)) return undefined;
  const found = symbolOf(piece.base, piece.subscript);
  return found === undefined || found.symbol.role === 'plain' ? undefined : index;
}

/** What takes the one thing after it, as in \\bar h or 2^h: that has to be one piece. */
const TAKES_ONE =
  /^(?:[_^]|\\(?:bar|hat|tilde|vec|dot|ddot|sqrt|overline|underline|widehat|widetilde|boldsymbol))$/;

/** Returns the letters of a formula that the notation does not know, as written. */
export const unknownSymbols = (tex: string): string[] =>
  pieces(tex).flatMap((piece) =>
    'base' in piece && symbolOf(piece.base, piece.subscript) === undefined ? [piece.text] : [],
  );

/** The symbol that a letter and its subscript name, with the lag that the time index says. */
function symbolOf(
  base: string,
  subscript: string | undefined,
): { readonly symbol: NotationSymbol; readonly lag: number | undefined } | undefined {
  const symbols = notation();
  const whole = subscript === undefined ? base : `${base}_{${subscript}}`;
  const known = symbols.filter(({ tex }) => tex === whole);
  // a fork may write its own letters too, where they are not letters of the book
  const written = known.length > 0 ? known : symbols.filter(({ letter }) => letter === whole);
  // without an index, a letter means what has none, if there is such a thing
  const fixed = written.find(({ timed }) => !timed) ?? written[0];
  if (fixed !== undefined) return { symbol: fixed, lag: fixed.timed ? undefined : 0 };
  if (subscript === undefined) return undefined;
  const cut = subscript.lastIndexOf(',');
  const index = subscript.slice(cut + 1).trim();
  const rest = cut < 0 ? base : `${base}_{${subscript.slice(0, cut)}}`;
  const steps = symbols.filter((symbol) => symbol.timed);
  const timed =
    steps.find(({ tex }) => tex === rest) ?? steps.find(({ letter }) => letter === rest);
  if (timed === undefined || !/^[tTkn0-9][-+tTkn0-9\s]*$/.test(index)) return undefined;
  return { symbol: timed, lag: index === 't' ? 0 : index === 't-1' ? 1 : undefined };
}

function wrapped(
  text: string,
  base: string,
  subscript: string | undefined,
  isGradient = false,
): string {
  const found = symbolOf(base, subscript);
  if (found === undefined || found.symbol.role === 'plain') return text;
  const { symbol, lag } = found;
  const time = lag === undefined ? '' : `,lag=${lag}`;
  // the bar stands over the letter, not over what is below it
  if (isGradient)
    return `\\htmlData{q=${symbol.name}${time},role=gradient}{\\bar{${base}}${text.slice(base.length)}}`;
  return `\\htmlData{q=${symbol.name}${time},role=${symbol.role}}{${text}}`;
}

/** Cuts TeX into commands and other text, and letters with their subscripts. */
function pieces(tex: string): Piece[] {
  const found: Piece[] = [];
  let rest = tex;
  while (rest !== '') {
    const command = COMMAND.exec(rest)?.[0] ?? /^\\(?:[a-zA-Z]+|.)/.exec(rest)?.[0];
    const written = notation()
      .flatMap((symbol) => [symbol.tex, symbol.letter])
      .find((own) => isWhole(own) && startsWith(rest, own));
    const letter = command === undefined ? LETTER.exec(rest) : null;
    if (written !== undefined) {
      found.push({ text: written, base: written, subscript: undefined });
      rest = rest.slice(written.length);
    } else if (letter !== null) {
      const [text, base = '', braced, single] = letter;
      found.push({ text, base, subscript: (braced ?? single)?.replaceAll(/\s/g, '') });
      rest = rest.slice(text.length);
    } else {
      const text = command ?? rest.charAt(0);
      found.push({ text });
      rest = rest.slice(text.length);
    }
  }
  return found;
}

const LETTER = /^([a-zA-Z])(?:_(?:\{([^{}]*)\}|([a-zA-Z0-9])))?/;

/** Symbols that are more than a letter with a subscript: h^*, \\alpha. */
const isWhole = (tex: string): boolean => tex.includes('^') || tex.startsWith('\\');

const startsWith = (tex: string, symbol: string): boolean =>
  tex.startsWith(symbol) &&
  (!symbol.startsWith('\\') || !/[a-zA-Z]/.test(tex.charAt(symbol.length)));
