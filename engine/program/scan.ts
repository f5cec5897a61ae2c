import { EquationError } from './errors.ts';
import type { Place } from './types.ts';

export type TokenKind = 'name' | 'time' | 'number' | 'symbol' | 'end-of-equation';

/** `time` is a bracket such as [t] or [t-1], read whole. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly at: Place;
}

const PATTERN =
  /([ \t\r]+)|(\n|;)|([A-Za-z][A-Za-z0-9_]*)|(\[[^\]\n]*\]?)|(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)|([-+*=(),−·⊙])/y;

/** Splits equation text into tokens; an equation ends at a line break or «;» outside brackets. */
export function scan(program: string, text: string): Token[] {
  const tokens: Token[] = [];
  let [line, lineStart, depth] = [1, 0, 0];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < text.length) {
    const start = PATTERN.lastIndex;
    const at = { line, column: start - lineStart + 1 };
    const match = PATTERN.exec(text);
    if (match === null) throw unknownCharacter(program, text.charAt(start), at);
    const [whole, space, stop, name, bracket, number] = match;
    if (space !== undefined) continue;
    if (stop !== undefined) {
      if (depth === 0 && tokens.length > 0 && tokens.at(-1)?.kind !== 'end-of-equation')
        tokens.push({ kind: 'end-of-equation', text: 'end of the equation', at });
      if (stop === '\n') [line, lineStart] = [line + 1, PATTERN.lastIndex];
      continue;
    }
    if (whole === '(') depth += 1;
    if (whole === ')') depth -= 1;
    if (whole === '=') depth = 0;
    const kind: TokenKind = name ? 'name' : bracket ? 'time' : number ? 'number' : 'symbol';
    tokens.push({ kind, text: normalise(whole), at });
  }
  const at = { line, column: text.length - lineStart + 1 };
  if (tokens.at(-1)?.kind !== 'end-of-equation')
    tokens.push({ kind: 'end-of-equation', text: 'end of the text', at });
  return tokens;
}

/** The typographic minus and the two signs of an elementwise product mean - and *. */
function normalise(text: string): string {
  if (text === '−') return '-';
  if (text === '·' || text === '⊙') return '*';
  return text.startsWith('[') ? text.replaceAll(/\s/g, '').replaceAll('−', '-') : text;
}

function unknownCharacter(program: string, character: string, at: Place): EquationError {
  return new EquationError(program, {
    at,
    found: `«${character}»`,
    expected: 'a name, a number, or one of + - * = ( ) ,',
    hint:
      character === '/'
        ? 'there is no division; multiply by a number instead'
        : character === '^'
          ? 'there are no powers; write x[t] * x[t]'
          : 'remove it',
  });
}
