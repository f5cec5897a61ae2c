import { choice, decimal, integer } from '#components/lib/settings.ts';

/** The most steps of a phase map. */
export const LONGEST = 200;

/** Everything a reader can set on the phase map. */
export const phaseSettings = {
  plane: choice(['radius', 'weights'], 'radius', 'The network'),
  layer: choice(['change', 'end'], 'change', 'What is shown'),
  length: integer(1, LONGEST, 60, 'Steps'),
  x: decimal(-5, 5, 2.5, { label: 'across' }),
  y: decimal(-5, 5, 1, { label: 'up' }),
  t: integer(0, LONGEST, 60, 'Step'),
};
