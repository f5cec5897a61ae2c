import { evaluate, type Reckoned } from './arithmetic.ts';

/** A letter that a formula may use, and the range that it is tried in. */
export interface Variable {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Two formulas that agree at so many places are one. */
const PLACES = 7;

/** Same value up to rounding: the terms may come in another order. */
const SAME = 1e-9;

/** Returns the value of a typed formula at every place, or what could not be read. */
export function values(
  formula: string,
  variables: readonly Variable[],
): { readonly values: readonly number[] } | { readonly problem: string } {
  const readable = spelledOut(formula, variables);
  const found: number[] = [];
  for (const place of places(variables)) {
    const reckoned: Reckoned = evaluate(readable, place);
    if ('problem' in reckoned) return { problem: inWords(reckoned.problem, variables) };
    found.push(reckoned.value);
  }
  return { values: found };
}

/** Whether two formulas have the same values. */
export const isSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length &&
  some.every((value, n) => Math.abs(value - (others[n] ?? NaN)) <= SAME * (1 + Math.abs(value)));

/** What people write and what arithmetic reads: h₃ is h3, h² is h^2, and w(1 − h) is w*(1 − h). */
export function spelledOut(formula: string, variables: readonly Variable[]): string {
  const names = variables.map(({ name }) => name).sort((one, other) => other.length - one.length);
  const plain = formula
    .replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - '₀'.charCodeAt(0)))
    .replace(/²/g, '^2')
    .replace(/³/g, '^3')
    .replace(/\*\*/g, '^')
    .replace(/_\{?(\d+)\}?/g, '$1')
    .replace(/[[{]/g, '(')
    .replace(/[\]}]/g, ')');
  // letters that stand together are names that are multiplied: wh2 is w*h2
  const apart = plain.replace(/[A-Za-z]\w*/g, (word) => {
    const parts: string[] = [];
    let rest = word;
    while (rest !== '') {
      const name = names.find((candidate) => rest.startsWith(candidate));
      if (name === undefined) return word;
      parts.push(name);
      rest = rest.slice(name.length);
    }
    return parts.join('*');
  });
  return apart
    .replace(/(?<![A-Za-z0-9_.,])(\d+(?:[.,]\d+)?)(?=[A-Za-z])/g, '$1*')
    .replace(/([A-Za-z0-9)])\s*(?=\()/g, (match, before: string, at: number, whole: string) =>
      /sqrt\s*$/.test(whole.slice(0, at + match.length)) ? match : `${before}*`,
    )
    .replace(/\)\s*(?=[A-Za-z0-9])/g, ')*')
    .replace(/([A-Za-z0-9])\s+(?=[A-Za-z0-9])/g, '$1*');
}

/** Places that no formula was made for: multiples of irrational numbers, folded into the ranges. */
function places(variables: readonly Variable[]): Record<string, number>[] {
  return Array.from({ length: PLACES }, (_, n) =>
    Object.fromEntries(
      variables.map(({ name, from, to }, k) => {
        const share = ((n + 1) * Math.sqrt(2 + 3 * k + k * k)) % 1;
        return [name, from + (to - from) * share];
      }),
    ),
  );
}

const inWords = (problem: string, variables: readonly Variable[]): string =>
  problem
    .replace(/Type a number, for example .*$/, 'Type a formula.')
    .replace(/is not a number\. Type .*$/, 'is not known here.')
    .replace(/After the number stands (.*)\. Type one number only.*$/, 'What does $1 belong to?') +
  ` Use ${variables.map(({ name }) => name).join(', ')} and + − * / ^ ( ).`;
