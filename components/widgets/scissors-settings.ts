import { choice, integer } from '#components/lib/settings.ts';

/** Lengths of a piece that can be tried. */
export const WINDOWS = [1, 2, 5, 10, 20] as const;

/** Networks that are trained for one setting, each on a text of its own. */
export const SEEDS = 5;

/** Everything a reader can set on the scissors. */
export const scissorsSettings = {
  window: choice(['1', '2', '5', '10', '20'], '2', 'Characters in a piece'),
  state: choice(['carried', 'reset'], 'carried', 'State at a cut'),
  asked: choice(['0', '2', '4'], '0', 'Asked'),
  seed: integer(1, 900, 1, 'First seed'),
};
