import { choice, integer, text } from '#components/lib/settings.ts';
import { PARTS } from '#components/views/pair-parts.ts';

/** Longest text that both cells read. */
export const LONGEST = 24;

/** Everything a reader can set about the two cells. */
export const pairSettings = {
  text: text('so “no” yes', { maxLength: LONGEST, label: 'Text' }),
  step: integer(1, LONGEST, 6, 'Step'),
  unit: choice(['1', '2'], '1', 'Unit'),
  part: choice(Object.keys(PARTS) as (keyof typeof PARTS)[], 'keep', 'Part'),
  reset: choice(['behind', 'before'], 'behind', 'Reset gate'),
  update: choice(['keeps', 'writes'], 'keeps', 'Update gate'),
};
