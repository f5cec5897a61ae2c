import { evaluate } from './arithmetic.ts';
import type { Common, Judgement, Sentence } from './exercise.ts';
import { number, short } from './format.ts';

/** Returns a sentence as HTML, its numbers filled in. */
export const say = (sentence: Sentence, names: Readonly<Record<string, number>>): string =>
  sentence
    .map((part) => ('html' in part ? part.html : shown(part.expression, part.digits, names)))
    .join('');

/** The book's answer to a right one. */
export const praise = (exercise: Common, names = exercise.values): Judgement => ({
  outcome: 'right',
  say: say(exercise.right, names),
});

/** A number as HTML, with all its digits beside it. */
export const shownNumber = (value: number, text: string): string =>
  `<span class="num" data-v="${value}">${text}</span>`;

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function shown(
  expression: string,
  digits: number,
  names: Readonly<Record<string, number>>,
): string {
  const reckoned = evaluate(expression, names);
  if ('problem' in reckoned) throw new Error(`«{${expression}}»: ${reckoned.problem}`);
  const { value } = reckoned;
  const text =
    expression === 'given' ? short(value) : number(value, Number.isInteger(value) ? 0 : digits);
  return shownNumber(value, text);
}
