import { choice, decimal, integer } from '#components/lib/settings.ts';

/** The seeds of a race go up to this one. */
export const LAST_SEED = 800;
const LONGEST_GAP = 16;

/** Everything a reader can set on the figure of two tasks. */
export const drowningSettings = {
  gap: integer(4, LONGEST_GAP, 10, 'gap'),
  echo: decimal(0, 1, 1, { label: 'weight of the echo', step: 0.05 }),
  lag: integer(0, LONGEST_GAP, 10, 'lag'),
  rule: choice(['adam', 'sgd'], 'adam', 'The optimiser'),
  seed: integer(1, LAST_SEED, 1, 'First seed'),
};
