import { integer } from '#components/lib/settings.ts';
import { countingDefaults } from '#engine/models/counting.ts';

/** How many openings are read, and by which pair of trained cells. */
export const counterSettings = {
  n: integer(1, countingDefaults.most, 12, 'openings'),
  seed: integer(1, 99, 1, 'seed'),
};
