import {
  compile,
  encodeQuotes,
  join,
  neuronLamp,
  play,
  rnn,
  sigmoidHead,
  type Setting,
  type Trace,
} from '#engine/index.ts';
import { isUndecided } from './lamp.ts';

/** Steps of the chain with switches. */
export const STEPS = 6;

/** What is switched on, step by step. */
export type Switches = readonly boolean[];

/** The networks that the shapes are shown with. */
export const NETWORKS = ['latch', 'blinker', 'echo'] as const;
export type Network = (typeof NETWORKS)[number];

export interface Wiring {
  readonly network: Network;
  readonly text: string;
  readonly inputs: Switches;
  readonly outputs: Switches;
}

export const SHAPES = [
  'one-to-one',
  'one-to-many',
  'many-to-one',
  'in-step',
  'read-write',
] as const;
export type Shape = (typeof SHAPES)[number];

/** «101…» as switches, and back. */
export const switches = (bits: string): Switches =>
  Array.from({ length: STEPS }, (_, index) => bits[index] === '1');
export const bits = (on: Switches): string => on.map((is) => (is ? '1' : '0')).join('');

const wiring = (network: Network, text: string, inputs: string, outputs: string): Wiring => ({
  network,
  text,
  inputs: switches(inputs),
  outputs: switches(outputs),
});

/** The five usual shapes, each with a network that can do something in it. */
export const PRESETS: Readonly<Record<Shape, Wiring>> = {
  'one-to-one': wiring('latch', '“', '100000', '100000'),
  'one-to-many': wiring('blinker', '“', '100000', '111111'),
  'many-to-one': wiring('latch', 'he “no', '111111', '000001'),
  'in-step': wiring('latch', 'a“bc”d', '111111', '111111'),
  'read-write': wiring('echo', '“”“', '111000', '000111'),
};

const neuron = compile(neuronLamp);
const layer = compile(join(rnn, sigmoidHead), { D: 1, H: 4, K: 1 });

/** Each unit hands its number to the next; the last one is read. */
const ECHO = {
  W_xh: [3, 0, 0, 0],
  W_hh: [
    [0, 0, 0, 0],
    [3, 0, 0, 0],
    [0, 3, 0, 0],
    [0, 0, 3, 0],
  ],
  b_h: [0, 0, 0, 0],
  W_hy: [0, 0, 0, 4],
  b_y: 0,
};

/** What is read at each step: nothing where the switch is off. */
export const readRow = (text: string, inputs: Switches): { character: string; x: number }[] => {
  const items = encodeQuotes(text);
  return inputs.map((isOn, index) => ({
    character: items[index]?.character ?? ' ',
    x: isOn ? (items[index]?.x ?? 0) : 0,
  }));
};

/** Runs a wiring over all its steps; cut, the old state does not come in. */
export function runShape({ network, text, inputs }: Wiring, isCut: boolean): Trace {
  const row: Setting['inputs'] = readRow(text, inputs).map(({ x }) => x);
  if (network === 'echo')
    return play(layer, {
      params: { ...ECHO, W_hh: isCut ? ECHO.W_hh.map((each) => each.map(() => 0)) : ECHO.W_hh },
      inputs: row,
    });
  const [w, start] = network === 'latch' ? [2, -1] : [-2, 0];
  return play(neuron, {
    params: { w: isCut ? 0 : w, u: 3, b: 0, a: 4, c: 0 },
    initial: { h: start },
    inputs: row,
  });
}

const count = (on: Switches): number => on.filter(Boolean).length;

/** What a pattern of switches is called. */
export type Named = Shape | 'one-later' | 'early' | 'mixed' | 'no-input' | 'no-answer';

/** Names a pattern of switches. */
export function nameOf(inputs: Switches, outputs: Switches): Named {
  if (count(outputs) === 0) return 'no-answer';
  if (count(inputs) === 0) return 'no-input';
  const [lastInput, firstOutput] = [inputs.lastIndexOf(true), outputs.indexOf(true)];
  const isAfter = firstOutput >= lastInput;
  if (count(inputs) === 1 && count(outputs) === 1)
    return firstOutput === lastInput ? 'one-to-one' : isAfter ? 'one-later' : 'early';
  if (count(inputs) === 1) return isAfter ? 'one-to-many' : 'mixed';
  if (count(outputs) === 1) return isAfter ? 'many-to-one' : 'early';
  if (bits(inputs) === bits(outputs)) return 'in-step';
  return firstOutput > lastInput ? 'read-write' : 'mixed';
}

/** Steps that something is switched on at or before: the chain that is needed. */
export const stepsNeeded = ({ inputs, outputs }: Pick<Wiring, 'inputs' | 'outputs'>): number =>
  Math.max(inputs.lastIndexOf(true), outputs.lastIndexOf(true)) + 1;

/** A lamp at one half says nothing, and is neither on nor off. */
export const lampOf = (answer: number): 'on' | 'off' | 'undecided' =>
  isUndecided({ answer }) ? 'undecided' : answer > 0.5 ? 'on' : 'off';

/** How many of the asked lamps come out otherwise when the blue wires are cut. */
export function changedByCut(wired: Wiring): { readonly changed: number; readonly asked: number } {
  const [whole, cut] = [runShape(wired, false), runShape(wired, true)];
  const lamp = (trace: Trace, t: number): string => lampOf(trace.value('y', t)[0] ?? 0);
  let [changed, asked] = [0, 0];
  wired.outputs.forEach((isAsked, index) => {
    if (!isAsked) return;
    asked += 1;
    if (lamp(whole, index + 1) !== lamp(cut, index + 1)) changed += 1;
  });
  return { changed, asked };
}
