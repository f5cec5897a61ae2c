import { evaluate } from './arithmetic.ts';
import type { NetworkExercise } from './exercise.ts';
import { short } from './format.ts';
import { fieldsOf, typedIn } from './network-fields.ts';

/** The numbers typed, by key, or which field cannot be read and why. */
export function numbersOf(
  exercise: NetworkExercise,
  given: string,
):
  { readonly values: Record<string, number> } | { readonly problem: string; readonly key: string } {
  const { from, to, isWhole } = exercise.numbers;
  const texts = typedIn(exercise, given);
  const values: Record<string, number> = {};
  for (const [n, { key, spoken }] of fieldsOf(exercise).entries()) {
    const reckoned = evaluate(texts[n] ?? '');
    if ('problem' in reckoned) return { key, problem: `${spoken}: ${reckoned.problem}` };
    const { value } = reckoned;
    const range = `numbers from ${short(from)} to ${short(to)}`;
    if (value < from || value > to)
      return { key, problem: `${spoken}: ${short(value)} is out of reach. Use ${range}.` };
    if (isWhole && !Number.isInteger(value))
      return { key, problem: `${spoken}: ${short(value)} is not whole. Use whole ${range}.` };
    values[key] = value;
  }
  return { values };
}
