import type { Judgement, MatchExercise } from './exercise.ts';
import { praise, say } from './say.ts';

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

/** Judges the ids chosen for all items, with spaces between them and «-» for none. */
export function judgeMatch(exercise: MatchExercise, given: string): Judgement {
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
