import { choice, integer } from '#components/lib/settings.ts';
import { STOPS } from '#components/views/carousel.ts';

/** Which pair of cells, and how far they read. */
export const carouselSettings = {
  seed: integer(1, 99, 4, 'seed'),
  read: choice(STOPS.map(String), '20', 'read on to'),
};
