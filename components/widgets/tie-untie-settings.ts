import {
  choice,
  decimal,
  integer,
  text,
  type NumberSetting,
  type Values,
} from '#components/lib/settings.ts';
import {
  ENTRIES,
  FIRST,
  LONGEST,
  STEPS,
  type Entry,
  type Matrices,
} from '#components/views/tied-layer.ts';

type Copy = 1 | 2 | 3 | 4 | 5;
export type Key = `W${Copy}.${Entry}`;

export const WEIGHT = { min: -3, max: 3, step: 0.1 };

const weights = Object.fromEntries(
  Array.from({ length: STEPS }, (_, index) => index + 1).flatMap((copy) =>
    ENTRIES.map((entry) => [
      `W${copy}.${entry}`,
      decimal(WEIGHT.min, WEIGHT.max, FIRST[entry], { step: WEIGHT.step }),
    ]),
  ),
) as Record<Key, NumberSetting>;

/** Everything a reader can set: the matrices, which is tied to which, the text, the chosen entry. */
export const tieSettings = {
  tying: choice(['tied', 'untied'], 'tied', 'Weights'),
  text: text('a“b”cde“', { label: 'Text', maxLength: 12 }),
  length: integer(1, LONGEST, STEPS, 'Steps'),
  at: integer(1, STEPS, 3, 'Copy'),
  row: integer(1, 2, 1, 'Row'),
  column: integer(1, 2, 1, 'Column'),
  ...weights,
};

export type TieValues = Values<typeof tieSettings>;

export const keyOf = (copy: number, entry: Entry): Key => `W${copy as Copy}.${entry}`;

/** The matrices of so many steps: one for all when tied, else one each, as far as they reach. */
export function matricesOf(values: TieValues, steps: number): Matrices {
  const copy = (number: number): Record<Entry, number> =>
    Object.fromEntries(ENTRIES.map((entry) => [entry, values[keyOf(number, entry)]])) as Record<
      Entry,
      number
    >;
  return values.tying === 'tied'
    ? Array.from({ length: steps }, () => copy(1))
    : Array.from({ length: Math.min(steps, STEPS) }, (_, index) => copy(index + 1));
}

/** The matrices as they were before anything was changed. */
export const firstMatrices = (steps: number): Matrices =>
  Array.from({ length: steps }, () => FIRST);
