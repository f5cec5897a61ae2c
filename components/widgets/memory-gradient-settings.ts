import { choice, decimal, integer } from '#components/lib/settings.ts';
import { LETTERS } from '#components/views/memory-gradient.ts';

/** Everything a reader can set on the figure of memory and gradient. */
export const memoryGradientSettings = {
  w: decimal(0, 3, 2, { label: 'w' }),
  letters: integer(0, LETTERS, 10, 'Letters since the mark'),
  mark: choice(['firm', 'faint'], 'firm', 'The mark'),
  axis: choice(['powers', 'plain'], 'powers', 'The axis'),
};
