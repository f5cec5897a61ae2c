import { choice, decimal, integer } from '#components/lib/settings.ts';
import { FRAME, STEPS } from '#components/views/cliff.ts';

/** Everything a reader can set on the cliff. */
export const cliffSettings = {
  length: integer(2, 100, 20, 'Characters'),
  w: decimal(FRAME.w[0], FRAME.w[1], 1.7, { label: 'start at w' }),
  b: decimal(FRAME.b[0], FRAME.b[1], -0.4, { label: 'start at b' }),
  rate: decimal(0.01, 0.3, 0.1, { label: 'learning rate' }),
  rule: choice(['norm', 'value'], 'norm', 'The rule of clipping'),
  most: decimal(0.1, 10, 1, { label: 'bound', step: 0.1 }),
  step: integer(0, STEPS, 6, 'Step'),
};
