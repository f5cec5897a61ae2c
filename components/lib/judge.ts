import { evaluate } from './arithmetic.ts';
import type { FormulaExercise, Judgement, NumericExercise, PlainExercise } from './exercise.ts';
import { isSame, values } from './formula-answer.ts';
import { judgeMatch } from './match.ts';
import { judgeOrder } from './order.ts';
import { escaped, praise, say } from './say.ts';

/**
 * Judges what was typed or chosen: a number or formula as text, the id of an option, the number of a line, or
 * ids with spaces between them: those chosen for all items of a match, or a list in its order.
 */
export function judge(exercise: PlainExercise, given: string): Judgement {
  if (!exercise.isJudged)
    return given.trim() === ''
      ? { outcome: 'unreadable', say: 'There is no answer yet.' }
      : { outcome: 'kept', say: 'Your teacher has the answer.' };
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
    case 'order':
      return judgeOrder(exercise, given);
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
