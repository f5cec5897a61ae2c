import { decimal, integer, text } from '#components/lib/settings.ts';

/** Longest tape that can be typed. */
export const LONGEST = 200;

const TAPE = 'so “not” yes';
/** The step of the opening mark. */
const FIRST_SHOWN = 4;

/** Everything a reader can set on the latch bench; the canonical weights to start from. */
export const latchSettings = {
  w: decimal(-3, 3, 2, { label: 'w, from the state before', step: 0.01 }),
  u: decimal(-4, 4, 3, { label: 'u, from the character', step: 0.01 }),
  b: decimal(-2, 2, 0, { label: 'b, always', step: 0.01 }),
  tape: text(TAPE, { maxLength: LONGEST, label: 'Tape' }),
  step: integer(0, LONGEST, FIRST_SHOWN, 'Step'),
};
