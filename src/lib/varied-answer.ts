import { evaluate } from '#components/lib/arithmetic.ts';
import { drawn } from '#components/lib/varied.ts';
import type { ExerciseFrontMatter, Rule, Vary } from './exercise-schema.ts';
import { experimentNumber } from './experiments.ts';
import { factValue } from './facts.ts';

/** One version of an exercise: its numbers, and what is right. */
export interface Version {
  readonly numbers: Readonly<Record<string, number>>;
  readonly answer: number;
}

/** The version of a seed, its answer computed by the engine. Errors: a rule that cannot be computed. */
export function versionOf(
  { id }: Pick<ExerciseFrontMatter, 'id'>,
  vary: Vary,
  seed: number,
): Version {
  const numbers = drawn(id, vary.draw, seed);
  const names: Record<string, number> = { ...numbers };
  for (const [name, rule] of Object.entries(vary.values)) names[name] = computed(id, rule, names);
  return { numbers, answer: computed(id, vary.answer, names) };
}

/** A rule whose arguments may be reckoned from what was drawn. */
function computed(id: string, rule: Rule, names: Readonly<Record<string, number>>): number {
  if (typeof rule === 'number') return rule;
  if ('experiment' in rule) return experimentNumber(rule);
  if ('expression' in rule) return reckoned(id, rule.expression, names);
  const args = Object.entries(rule.args).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : reckoned(id, value, names),
  ]);
  return factValue(rule.fact, Object.fromEntries(args) as Record<string, number>);
}

function reckoned(id: string, text: string, names: Readonly<Record<string, number>>): number {
  const found = evaluate(text, names);
  if ('value' in found) return found.value;
  throw new Error(
    `exercise ${id}: «${text}»: ${found.problem} Drawn and computed before it: ${Object.keys(names).join(', ')}`,
  );
}
