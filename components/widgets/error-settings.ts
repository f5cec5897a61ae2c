import { choice, integer, text } from '#components/lib/settings.ts';
import { KEYS, LONGEST } from '#components/views/error-nodes.ts';
import { lampWeights } from './lamp-settings.ts';

/** Everything a reader can set: text, weights, the step in the middle, what counts, the chosen node. */
export const errorSettings = {
  text: text('a“b”c', { label: 'Text', maxLength: LONGEST }),
  ...lampWeights,
  step: integer(1, LONGEST, 3, 'Step in the middle'),
  off: text('00000000', { label: 'Losses switched off', maxLength: LONGEST }),
  turned: text('00000000', { label: 'Targets turned round', maxLength: LONGEST }),
  node: choice(KEYS, 'none', 'Node'),
};
