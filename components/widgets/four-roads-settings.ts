import { choice, integer, text, type Values } from '#components/lib/settings.ts';
import type { Journey } from '#components/views/four-roads.ts';
import { lampWeights } from './lamp-settings.ts';

/** Longest text that is differentiated. */
export const LONGEST = 8;

/** The smallest step of a difference is 10 to the minus this. */
export const SMALLEST = 13;

/** Longest run whose gradient fits a line. */
export const LONGEST_FORMULA = 3;

/** Everything a reader can set on the four roads. */
export const fourRoadsSettings = {
  text: text('a“b”c', { maxLength: LONGEST, label: 'Text' }),
  ...lampWeights,
  of: choice(['w', 'u', 'b', 'a', 'c'], 'w', 'Weight'),
  epsilon: integer(1, SMALLEST, 4, 'Step of the difference: 10 to the minus'),
  formula: integer(1, LONGEST_FORMULA, LONGEST_FORMULA, 'Steps in the formula'),
};

/** What the settings ask to be differentiated. */
export const journeyOf = ({
  text: typed,
  w,
  u,
  b,
  a,
  c,
}: Values<typeof fourRoadsSettings>): Journey => ({
  weights: { w, u, b, a, c },
  text: typed === '' ? ' ' : typed,
});
