import { choice, text } from '#components/lib/settings.ts';
import { NETWORKS, PRESETS, SHAPES, switches, type Wiring } from '#components/views/shapes.ts';
import type { Values } from '#components/lib/settings.ts';

/** Everything a reader can set: one of the five shapes, or switches of their own. */
export const shapeSettings = {
  shape: choice([...SHAPES, 'own'], 'in-step', 'Shape'),
  network: choice(NETWORKS, 'latch', 'Network'),
  text: text('a“bc”d', { label: 'Text', maxLength: 12 }),
  inputs: text('111111', { label: 'Inputs', maxLength: 6 }),
  outputs: text('111111', { label: 'Answers', maxLength: 6 }),
  cut: choice(['no', 'yes'], 'no', 'Blue wires'),
};

/** The wiring that the settings name. */
export const wiringOf = ({
  shape,
  network,
  text: written,
  inputs,
  outputs,
}: Values<typeof shapeSettings>): Wiring =>
  shape === 'own'
    ? { network, text: written, inputs: switches(inputs), outputs: switches(outputs) }
    : PRESETS[shape];
