import { decimal, integer, text } from '#components/lib/settings.ts';

/** Longest text that the strip takes. */
export const LONGEST = 120;

/** The step of the opening mark in the text that stands there first. */
const FIRST_SHOWN = 10;

const TEXT = 'She said “not yet” and left.';

/** The five numbers, at the canonical setting of the book. */
export const lampWeights = {
  w: decimal(-9, 9, 2, { label: 'what it was' }),
  u: decimal(-9, 9, 3, { label: 'what it reads' }),
  b: decimal(-9, 9, 0, { label: 'its leaning' }),
  a: decimal(-9, 9, 4, { label: 'how sure' }),
  c: decimal(-9, 9, 0, { label: 'the lamp’s leaning' }),
};

/** Everything a reader can set on the lamp. */
export const lampSettings = {
  text: text(TEXT, { maxLength: LONGEST, label: 'Type a text with quotation marks' }),
  ...lampWeights,
  step: integer(1, LONGEST, FIRST_SHOWN, 'Step'),
};
