import { integer } from '#components/lib/settings.ts';
import { POPULATION } from '#engine/models/population.ts';

/** Which network of the population is looked at, and when; the bet stays on the device. */
export const populationSettings = {
  column: integer(0, POPULATION.columns - 1, 40, 'Column'),
  row: integer(0, POPULATION.rows - 1, 30, 'Row'),
  t: integer(0, POPULATION.gap[1] + 1, POPULATION.gap[1] + 1, 'Step'),
};
