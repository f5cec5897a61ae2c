import { choice, integer, text } from '#components/lib/settings.ts';
import {
  gru,
  indrnn,
  janet,
  leakyOutput,
  lstm,
  lstm1997,
  lstmCoupled,
  lstmPeephole,
  minGru,
  minimalGated,
  rnn,
  show,
  ugrnn,
  type Program,
} from '#engine/index.ts';

/** Longest text of equations that is read. */
export const LONGEST = 1200;

/** Cells to begin with, and what they are best started with. */
export const PRESETS: Readonly<
  Record<string, { readonly name: string; readonly cell: Program; readonly start: string }>
> = {
  lstm: { name: 'LSTM', cell: lstm, start: '' },
  'lstm-1997': { name: 'LSTM of 1997', cell: lstm1997, start: '' },
  'lstm-coupled': { name: 'LSTM, coupled', cell: lstmCoupled, start: '' },
  'lstm-peephole': { name: 'LSTM, peepholes', cell: lstmPeephole, start: '' },
  gru: { name: 'GRU', cell: gru, start: '' },
  'minimal-gated': { name: 'minimal gated', cell: minimalGated, start: '' },
  janet: { name: 'JANET', cell: janet, start: '' },
  ugrnn: { name: 'UGRNN', cell: ugrnn, start: '' },
  'min-gru': { name: 'minGRU', cell: minGru, start: '' },
  indrnn: { name: 'IndRNN', cell: indrnn, start: '' },
  leaky: { name: 'leaky units', cell: leakyOutput, start: 'alpha = 0.1' },
  rnn: { name: 'plain layer', cell: rnn, start: '' },
};

/** Everything a reader can set on the bench. An empty cell is that of the preset. */
export const benchSettings = {
  preset: choice(Object.keys(PRESETS), 'lstm', 'Begin with'),
  cell: text('', { maxLength: LONGEST, label: 'Equations' }),
  start: text('', { maxLength: 120, label: 'Start with' }),
  shows: choice(['formula', 'backward', 'wiring'], 'formula', 'Show'),
  step: integer(1, 4, 2, 'Step'),
  seed: integer(1, 996, 1, 'seed'),
};

/** The equations that a preset begins with, as text. */
export const presetText = (preset: string): string =>
  show((PRESETS[preset] ?? PRESETS['lstm']!).cell.equations);
