import { integer } from '#components/lib/settings.ts';
import { ASKED, LENGTH } from '#components/views/position-test.ts';
import { tiedDefaults } from '#engine/models/tied-untied.ts';

/** Everything a reader can set: where marks were seen, the random start, the cell that is read out. */
export const positionSettings = {
  seen: integer(1, LENGTH, tiedDefaults.seen, 'Marks seen at steps 1 to'),
  seed: integer(1, 99, 1, 'Random start'),
  mark: integer(1, ASKED, 6, 'Mark at step'),
  step: integer(1, ASKED, 7, 'Lamp of step'),
};
