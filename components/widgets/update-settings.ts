import { decimal, integer, text } from '#components/lib/settings.ts';
import { lampWeights } from './lamp-settings.ts';

/** Longest text that is learned from. */
export const LONGEST = 24;

/** Most updates that a reader can press. */
export const MOST = 400;

/** A neuron that holds nothing yet and reads weakly. */
const FIRST = { w: 0, u: 1, b: 0, a: 1, c: 0 };

/** Everything a reader can set on the update: where the weights begin, how far a step goes, how many. */
export const updateSettings = {
  text: text('ab “cd” ef “gh” i', { maxLength: LONGEST, label: 'Text' }),
  w: decimal(-9, 9, FIRST.w, lampWeights.w),
  u: decimal(-9, 9, FIRST.u, lampWeights.u),
  b: decimal(-9, 9, FIRST.b, lampWeights.b),
  a: decimal(-9, 9, FIRST.a, lampWeights.a),
  c: decimal(-9, 9, FIRST.c, lampWeights.c),
  rate: decimal(0.01, 2, 0.3, { label: 'Learning rate', step: 0.01 }),
  updates: integer(0, MOST, 0, 'Updates'),
};
