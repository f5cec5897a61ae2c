import { integer, text } from '#components/lib/settings.ts';
import { lampWeights } from './lamp-settings.ts';

/** Longest text that is taken apart. */
export const LONGEST = 12;

/** Operations of one step, from the first product to the answer. */
export const OPERATIONS = 7;

/** Everything a reader can set on the stepper. */
export const tickSettings = {
  text: text('a“b”c', { maxLength: LONGEST, label: 'Text' }),
  ...lampWeights,
  step: integer(1, LONGEST, 2, 'Step'),
  operation: integer(1, OPERATIONS, 3, 'Operation'),
};
