import { choice, integer, text } from '#components/lib/settings.ts';
import { lampWeights } from './lamp-settings.ts';

/** Longest text whose triangle fits a page. */
export const LONGEST = 8;

/** Everything a reader can set on the ledger. */
export const ledgerSettings = {
  text: text('a“b”c', { maxLength: LONGEST, label: 'Text' }),
  ...lampWeights,
  of: choice(['w', 'u', 'b', 'a', 'c'], 'w', 'Weight'),
  by: choice(['use', 'loss', 'lag'], 'use', 'Added by'),
  use: integer(1, LONGEST, 2, 'Use at step'),
  loss: integer(1, LONGEST, 4, 'Loss of step'),
};
