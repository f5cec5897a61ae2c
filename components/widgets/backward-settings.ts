import { choice, integer, text } from '#components/lib/settings.ts';
import { movesTo } from '#components/views/backward.ts';
import { lampMachine } from '#components/views/lamp.ts';
import { lampWeights } from './lamp-settings.ts';

/** Longest text that is gone through. */
export const LONGEST = 12;

/** The networks that can be gone through, by what readers call them. */
export const STEPPED = [
  { value: 'lamp', name: 'The lamp', program: 'neuron-lamp' },
  { value: 'rnn', name: 'Plain layer', program: 'rnn-sigmoid' },
  { value: 'lstm', name: 'LSTM', program: 'lstm-sigmoid' },
  { value: 'gru', name: 'GRU', program: 'gru-sigmoid' },
] as const;

export type Stepped = (typeof STEPPED)[number]['value'];

const TEXT = 'a“b”c';

/** The addition that brings the fourth state the blame for its own answer. */
const local = lampMachine.backward.findIndex(
  ({ line }) => line.into.name === 'h' && line.into.lag === 0,
);

/** Everything a reader can set on the stepper. */
export const backwardSettings = {
  network: choice(['lamp', 'rnn', 'lstm', 'gru'], 'lamp', 'Network'),
  text: text(TEXT, { maxLength: LONGEST, label: 'Text' }),
  ...lampWeights,
  units: integer(1, 4, 2, 'Units'),
  seed: integer(1, 999, 1, 'Weights drawn from seed'),
  moves: integer(
    1,
    2000,
    movesTo(lampMachine, [...TEXT].length, { phase: 'backward', t: 4, done: local + 1 }),
    'Move',
  ),
};
