import { evaluate } from './arithmetic.ts';
import { number, short } from './format.ts';
import { isSame, values, type Variable } from './formula-answer.ts';

/** A sentence in pieces: HTML that the build has made, and numbers that depend on what was typed. */
export type Sentence = readonly (
  { readonly html: string } | { readonly expression: string; readonly digits: number }
)[];

/** What the page needs to check an exercise; made at build time from its file. */
export type Checkable =
  NumericExercise | ChoiceExercise | LineExercise | MatchExercise | FormulaExercise;

interface Common {
  readonly id: string;
  readonly ask: Sentence;
  readonly hints: readonly Sentence[];
  /** What the book says to a right answer; may be empty. */
  readonly right: Sentence;
  /** Engine numbers that sentences name. */
  readonly values: Readonly<Record<string, number>>;
}

export interface NumericExercise extends Common {
  readonly kind: 'numeric';
  readonly unit: string;
  readonly answer: number;
  /** How far from the answer is still right. */
  readonly tolerance: number;
  readonly mistakes: readonly NumericMistake[];
}

export type NumericMistake =
  | { readonly near: number; readonly within: number; readonly say: Sentence }
  | { readonly below: number; readonly say: Sentence }
  | { readonly above: number; readonly say: Sentence };

export interface ChoiceExercise extends Common {
  readonly kind: 'choice';
  readonly options: readonly {
    readonly id: string;
    readonly text: Sentence;
    readonly say: Sentence;
  }[];
  readonly answer: string;
}

export interface LineExercise extends Common {
  readonly kind: 'line';
  readonly lines: readonly string[];
  /** Counted from 1, as are the lines of the mistakes. */
  readonly answer: number;
  readonly mistakes: readonly { readonly line: number; readonly say: Sentence }[];
}

export interface FormulaExercise extends Common {
  readonly kind: 'formula';
  readonly variables: readonly Variable[];
  /** Values of the right formula and of known wrong ones, at the places where formulas are compared. */
  readonly answer: readonly number[];
  readonly mistakes: readonly { readonly near: readonly number[]; readonly say: Sentence }[];
}

export interface MatchExercise extends Common {
  readonly kind: 'match';
  readonly options: readonly { readonly id: string; readonly text: Sentence }[];
  readonly items: readonly {
    readonly text: Sentence;
    readonly answer: string;
    /** Said when this is the first item that is matched wrongly. */
    readonly say: Sentence;
  }[];
}

/** What the page answers: `say` is HTML. */
export interface Judgement {
  readonly outcome: 'right' | 'not-yet' | 'unreadable';
  readonly say: string;
}

/**
 * Judges what was typed or chosen: a number or formula as text, the id of an option, the number of a line, or
 * the ids chosen for all items, with spaces between them and «-» for none.
 */
export function judge(exercise: Checkable, given: string): Judgement {
  switch (exercise.kind) {
    case 'numeric':
      return judgeNumber(exercise, given);
    case 'choice': {
      const chosen = exercise.options.find(({ id }) => id === given);
      if (chosen === undefined) return { outcome: 'unreadable', say: 'Choose one of the answers.' };
      if (given === exercise.answer) return praise(exercise);
      return { outcome: 'not-yet', say: say(chosen.say, exercise.values) };
    }
    case 'formula':
      return judgeFormula(exercise, given);
    case 'match':
      return judgeMatch(exercise, given);
    case 'line': {
      const line = Number(given);
      if (given === '') return { outcome: 'unreadable', say: 'Choose one of the lines.' };
      if (line === exercise.answer) return praise(exercise);
      const known = exercise.mistakes.find((mistake) => mistake.line === line);
      return { outcome: 'not-yet', say: say(known?.say ?? [], exercise.values) };
    }
  }
}

function judgeFormula(exercise: FormulaExercise, given: string): Judgement {
  const found = values(given, exercise.variables);
  if ('problem' in found) return { outcome: 'unreadable', say: escaped(found.problem) };
  if (isSame(exercise.answer, found.values)) return praise(exercise);
  const known = exercise.mistakes.find(({ near }) => isSame(near, found.values));
  return { outcome: 'not-yet', say: say(known?.say ?? [], exercise.values) };
}

/** The options chosen for the items of a match; an empty text where none is chosen. */
export const matchesOf = ({ items }: MatchExercise, given: string): string[] => {
  const ids = given.split(' ');
  return items.map((_, n) => (ids[n] === '-' ? '' : (ids[n] ?? '')));
};

/** The same as one text, with the option of item n changed. */
export const rematched = (exercise: MatchExercise, given: string, n: number, id: string): string =>
  matchesOf(exercise, given)
    .map((chosen, index) => (index === n ? id : chosen) || '-')
    .join(' ');

function judgeMatch(exercise: MatchExercise, given: string): Judgement {
  const chosen = matchesOf(exercise, given);
  const missing = chosen.filter((id) => id === '').length;
  if (missing > 0)
    return {
      outcome: 'unreadable',
      say: `${missing === chosen.length ? 'Nothing is matched yet.' : `${missing} of ${chosen.length} are still open.`}`,
    };
  const wrong = exercise.items.filter(({ answer }, n) => chosen[n] !== answer);
  const [first] = wrong;
  if (first === undefined) return praise(exercise);
  const place = exercise.items.indexOf(first) + 1;
  return {
    outcome: 'not-yet',
    say: `${chosen.length - wrong.length} of ${chosen.length} are right. Number ${place}: ${say(first.say, exercise.values)}`,
  };
}

function judgeNumber(exercise: NumericExercise, given: string): Judgement {
  const reckoned = evaluate(given);
  if ('problem' in reckoned) return { outcome: 'unreadable', say: escaped(reckoned.problem) };
  const { value } = reckoned;
  const isClose = (to: number, within: number): boolean => Math.abs(value - to) <= within;
  const names = { ...exercise.values, answer: exercise.answer, given: value };
  if (isClose(exercise.answer, exercise.tolerance)) return praise(exercise, names);
  const known = exercise.mistakes.find((mistake) => {
    if ('near' in mistake) return isClose(mistake.near, mistake.within);
    return 'below' in mistake ? value < mistake.below : value > mistake.above;
  });
  return { outcome: 'not-yet', say: say(known?.say ?? [], names) };
}

const praise = (exercise: Checkable, names = exercise.values): Judgement => ({
  outcome: 'right',
  say: say(exercise.right, names),
});

/** Returns a sentence as HTML, its numbers filled in. */
export const say = (sentence: Sentence, names: Readonly<Record<string, number>>): string =>
  sentence
    .map((part) => ('html' in part ? part.html : shown(part.expression, part.digits, names)))
    .join('');

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
  return `<span class="num" data-v="${value}">${text}</span>`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
