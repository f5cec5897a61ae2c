import { choice, decimal, integer } from '#components/lib/settings.ts';
import { WINDOWS } from '#components/views/memoryless-bet.ts';

/** First seeds go from 1 to this one. */
export const LAST_SEED = 9999;

/** Everything a reader can set about the bet, except the guess, which stays on the device. */
export const betSettings = {
  open: decimal(0.01, 0.5, 0.05, { label: 'opens', step: 0.01 }),
  close: decimal(0.01, 0.5, 0.08, { label: 'closes', step: 0.01 }),
  window: integer(1, WINDOWS, 4, 'window'),
  updates: choice(['100', '400', '1600'], '400', 'Training'),
  seed: integer(1, LAST_SEED, 1, 'seed'),
};
