import {
  choice,
  decimal,
  integer,
  text,
  type NumberSetting,
  type Values,
} from '#components/lib/settings.ts';
import { keyOf, partsByKey, partsOf } from '#components/views/anatomy.ts';
import type { Numbers } from '#engine/index.ts';

/** Longest text that the figure reads. */
export const LONGEST = 8;

type Row = 1 | 2 | 3;
type WeightKey =
  | `W_xh.${Row}${1 | 2}`
  | `W_hh.${Row}${Row}`
  | `b_h.${Row}`
  | `W_hy.${1 | 2}${Row}`
  | `b_y.${1 | 2}`;

/** Wired by hand: unit 1 holds the bit, unit 2 sees marks come, unit 3 leans the other way. */
const FIRST: Readonly<Record<string, readonly number[]>> = {
  W_xh: [3, -3, 1.5, 0.5, -1, 1],
  W_hh: [2, 0.2, -0.2, 0.4, 0.5, -0.6, -0.3, 0.7, 0.8],
  b_h: [-0.2, -0.3, 0.2],
  W_hy: [-2, -0.5, 0.5, 2, 0.5, -0.5],
  b_y: [0.3, -0.3],
};

/** The names of the parameters, in the order of the equations. */
export const PARAMETERS = Object.keys(FIRST);

/** The range in which a weight can be edited. */
export const WEIGHT = { min: -5, max: 5, step: 0.1 };

const weights = Object.fromEntries(
  PARAMETERS.flatMap((name) =>
    partsOf(name)
      .flat()
      .map((part, n) => [
        keyOf(part),
        decimal(WEIGHT.min, WEIGHT.max, FIRST[name]?.[n] ?? 0, { step: WEIGHT.step }),
      ]),
  ),
) as Record<WeightKey, NumberSetting>;

/** Everything a reader can set in the anatomy: 26 weights, the text, the step, the part in the light. */
export const anatomySettings = {
  ...weights,
  text: text('a“b”c', { label: 'Text', maxLength: LONGEST }),
  step: integer(1, LONGEST, 2, 'Step'),
  part: choice([...partsByKey.keys()], 'h.1', 'Part'),
};

export type AnatomyValues = Values<typeof anatomySettings>;

/** True for the key of a weight or bias. */
export const isWeightKey = (key: string): key is WeightKey => Object.hasOwn(weights, key);

/** The parameters as the engine takes them. */
export const paramsOf = (values: AnatomyValues): Record<string, Numbers> =>
  Object.fromEntries(
    PARAMETERS.map((name) => [
      name,
      partsOf(name).map((row) => row.map((part) => values[keyOf(part) as WeightKey])),
    ]),
  );
