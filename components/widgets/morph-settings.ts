import { decimal, integer, text } from '#components/lib/settings.ts';

/** The longest chain that is drawn. */
export const LONGEST = 8;

/** The longest text; the chain reads its beginning. */
export const TEXT = 12;

/** Everything a reader can set on the loop and its chain. */
export const morphSettings = {
  pull: decimal(0, 1, 0, { label: 'Pull apart', step: 0.01 }),
  length: integer(1, LONGEST, 5, 'Steps'),
  text: text('a“b”c de', { label: 'Text', maxLength: TEXT }),
  step: integer(1, LONGEST, 3, 'Step'),
};
