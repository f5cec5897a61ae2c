import { experimentNumber } from './experiments.ts';
import { factValue } from './facts.ts';
import { trainingNumber } from './training-results.ts';

/** What the tag <N> says: a fact, a step of a run, or what became of a training. */
export type NumberTag = Readonly<Record<string, unknown>>;

/** Returns the number that a tag names. Errors: a name that leads nowhere, with the nearest. */
export function namedNumber(tag: NumberTag): number {
  const { experiment, training, fact, of = '', t, i, grad, row, column, take, ...others } = tag;
  if (typeof fact === 'string') {
    const args = Object.entries(others).filter(([key]) => !['digits', 'power'].includes(key));
    return factValue(fact, Object.fromEntries(args) as Record<string, number | string>);
  }
  if (typeof training === 'string')
    return trainingNumber({
      training,
      of: String(of),
      row: String(row),
      column: String(column),
      take: typeof take === 'string' ? take : undefined,
    });
  if (typeof experiment !== 'string')
    throw new Error(
      '<N> names no fact, experiment or training; write <N experiment="…" of="…" t={…} />',
    );
  return experimentNumber({
    experiment,
    of: String(of),
    t: typeof t === 'number' ? t : undefined,
    i: typeof i === 'number' ? i : undefined,
    grad: grad === true,
  });
}
