import { experimentNumber } from './experiments.ts';
import { askedFact, factValue, type FactArguments } from './facts.ts';
import { trainingNumber } from './training-results.ts';

/** What the tag <N> says: a fact, a step of a run, or what became of a training. */
export type NumberTag = Readonly<Record<string, unknown>>;

/** Returns the number that a tag names. Errors: a name that leads nowhere, with the nearest. */
export function namedNumber(tag: NumberTag): number {
  const { experiment, training, fact, of = '', t, i, grad, row, column, take } = tag;
  if (typeof fact === 'string') return factValue(fact, argumentsOf(tag));
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

/** Asks whether a tag names a number, without the work of a fact that trains. Errors: those of `namedNumber`. */
export function checkNumber(tag: NumberTag): void {
  if (typeof tag['fact'] === 'string') askedFact(tag['fact'], argumentsOf(tag));
  else namedNumber(tag);
}

const NO_ARGUMENTS: readonly string[] = [
  ...['experiment', 'training', 'fact', 'of', 't', 'i', 'grad', 'row', 'column', 'take'],
  ...['digits', 'power'],
];

const argumentsOf = (tag: NumberTag): FactArguments =>
  Object.fromEntries(
    Object.entries(tag).filter(([key]) => !NO_ARGUMENTS.includes(key)),
  ) as FactArguments;
