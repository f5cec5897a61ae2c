import { choice, decimal, text } from '#components/lib/settings.ts';
import { LONGEST } from '#components/views/padded.ts';
import { UNEVEN } from '#engine/tasks/uneven.ts';

const row = (n: number) =>
  text(UNEVEN[n] ?? '', { label: `Text ${n + 1}`, maxLength: LONGEST + 4 });

/** Everything a reader can set: the texts, what is asked, the mask, how well the neuron holds. */
export const batchSettings = {
  one: row(0),
  two: row(1),
  three: row(2),
  asks: choice(['every', 'last'], 'every', 'Answers'),
  masked: choice(['no', 'yes'], 'no', 'Mask'),
  w: decimal(-3, 3, 2, { label: 'w', step: 0.05 }),
  b: decimal(-1, 1, 0, { label: 'b', step: 0.05 }),
};
