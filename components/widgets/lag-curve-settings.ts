import { choice, decimal, integer } from '#components/lib/settings.ts';
import { LONGEST_LAG } from '#components/views/lag-curve.ts';
import { fourSettings } from '#components/views/two-by-two.ts';

/** The seeds of the stream go up to this one and begin again. */
export const LAST_SEED = 99;

/** Everything a reader can set on the lag curve. */
export const lagCurveSettings = {
  ...fourSettings,
  cell: choice(['rnn', 'linear-rnn', 'relu-rnn', 'sigmoid-rnn'], 'rnn', 'The squeeze'),
  input: decimal(0, 2, 1, { label: 'input', step: 0.05 }),
  seed: integer(1, LAST_SEED, 1, 'Seed of the stream'),
  lag: integer(0, LONGEST_LAG, 20, 'Lag'),
};
