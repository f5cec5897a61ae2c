import { integer } from '#components/lib/settings.ts';

/** Everything a reader can set on the meters. */
export const costSettings = {
  steps: integer(1, 1000, 100, 'Steps'),
  units: integer(1, 256, 16, 'Hidden units'),
};

/** The stops of the two sliders: round numbers, each about half as large again as the one before. */
export const STEPS = [
  1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000,
] as const;
export const UNITS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256] as const;
