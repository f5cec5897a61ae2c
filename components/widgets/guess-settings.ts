import { choice, integer, type Values } from '#components/lib/settings.ts';
import { ROUNDS } from '#components/views/guess-weights.ts';
import type { GuessSetting } from '#engine/models/guess-weights.ts';

/** Everything a reader can set on the guessing of weights. */
export const guessSettings = {
  freedom: choice(['5', '8'], '5', 'Numbers to guess'),
  range: integer(1, 9, 3, 'range'),
  rounds: integer(1, ROUNDS, 1, 'Rounds of 20,000 guesses'),
  seed: integer(1, 99, 1, 'Seed'),
};

/** What the settings ask to be guessed. */
export const settingOf = ({
  freedom,
  range,
  seed,
}: Values<typeof guessSettings>): GuessSetting => ({
  freedom: freedom === '8' ? 8 : 5,
  range,
  seed,
});
