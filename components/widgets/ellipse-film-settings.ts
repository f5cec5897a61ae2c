import { integer } from '#components/lib/settings.ts';
import { STEPS } from '#components/views/ellipse-film.ts';
import { fourSettings } from '#components/views/two-by-two.ts';

/** Everything a reader can set on the film of ellipses. */
export const ellipseFilmSettings = {
  ...fourSettings,
  step: integer(0, STEPS, 2, 'Step'),
};
