import type { Judgement, OrderExercise } from './exercise.ts';
import { praise, say } from './say.ts';

/** The ids in the order in which the list stands: as it was shown, until something was moved. */
export const orderOf = ({ start }: OrderExercise, given: string): readonly string[] =>
  given === '' ? start : given.split(' ');

/** The same as one text, with one item moved by a place, earlier (−1) or later (1). */
export function moved(exercise: OrderExercise, given: string, id: string, way: -1 | 1): string {
  const ids = [...orderOf(exercise, given)];
  const from = ids.indexOf(id);
  const to = Math.min(ids.length - 1, Math.max(0, from + way));
  ids.splice(to, 0, ...ids.splice(from, 1));
  return ids.join(' ');
}

/** Judges a list of ids in their order. */
export function judgeOrder(exercise: OrderExercise, given: string): Judgement {
  const ids = given.split(' ');
  const answer = exercise.items.map(({ id }) => id);
  const isWhole = ids.length === answer.length && answer.every((id) => ids.includes(id));
  if (!isWhole) return { outcome: 'unreadable', say: 'Nothing has been moved yet.' };
  const inPlace = ids.filter((id, place) => id === answer[place]).length;
  if (inPlace === ids.length) return praise(exercise);
  const known = exercise.mistakes.find(
    ({ before: [first, second] }) => ids.indexOf(first) < ids.indexOf(second),
  );
  return {
    outcome: 'not-yet',
    say: `${counted(inPlace, ids.length)} ${say(known?.say ?? [], exercise.values)}`.trim(),
  };
}

function counted(inPlace: number, all: number): string {
  if (inPlace === 0) return 'None stands where it belongs.';
  return `${inPlace} of ${all} ${inPlace === 1 ? 'stands' : 'stand'} where ${inPlace === 1 ? 'it belongs' : 'they belong'}.`;
}

/** A list in another order, the same on every visit: never the right one, and no two neighbours as they belong. */
export function shuffled(ids: readonly string[]): string[] {
  const last = ids.length - 1;
  // odd places backwards, then even ones: neighbours come apart
  const backwards = ids.map((_, n) => last - n);
  const places = [...backwards.filter((n) => n % 2 === 1), ...backwards.filter((n) => n % 2 === 0)];
  return places.map((n) => ids[n] ?? '');
}
