import { bptt } from '../learn/bptt.ts';
import { clipNorm, clipValue, normOf } from '../learn/clipping.ts';
import { compile } from '../machine/machine.ts';
import { play } from '../machine/play.ts';
import { softplus, tanh } from '../math/activations.ts';
import { neuronLamp } from '../models/neuron-lamp.ts';

/** What the two weights that are varied do not say: the lamp of chapter 1. */
export const LAMP = { u: 3, a: 4, c: 0, start: -1 } as const;

/** A place on the map: the weight and the bias. */
export interface Place {
  readonly w: number;
  readonly b: number;
}

/** The loss at a place, and its slopes. */
export interface Slope extends Place {
  readonly loss: number;
  readonly byW: number;
  readonly byB: number;
  readonly norm: number;
}

const machine = compile(neuronLamp);

/** The two texts of the task: with an opening mark first, and without one; and what is right at the end. */
export const TEXTS = [
  { x: 1, inside: 1 },
  { x: 0, inside: 0 },
] as const;

/**
 * Returns the mean loss, judged at the end alone, of a lamp that reads letters: it should be on if they
 * follow a mark, and off if they do not. `length` counts all characters. The same bits as the machine,
 * without its trace, for maps. Cost: two tanh a character.
 */
export function endLoss({ w, b }: Place, length: number): number {
  let sum = 0;
  for (const { x, inside } of TEXTS) {
    let h: number = LAMP.start;
    for (let t = 1; t <= length; t++) h = tanh(w * h + LAMP.u * (t === 1 ? x : 0) + b);
    const o = LAMP.a * h + LAMP.c;
    sum += 0.5 * (softplus(o) - inside * o);
  }
  return sum;
}

/** Returns the loss and its gradient with respect to weight and bias, by backpropagation. */
export function endSlope({ w, b }: Place, length: number): Slope {
  const steps = Array.from({ length }, (_, index) => index + 1);
  let [loss, byW, byB] = [0, 0, 0];
  for (const { x, inside } of TEXTS) {
    const trace = play(machine, {
      params: { w, b, u: LAMP.u, a: LAMP.a, c: LAMP.c },
      initial: { h: LAMP.start },
      inputs: steps.map((t) => (t === 1 ? x : 0)),
      targets: steps.map((t) => (t === length ? inside : 0)),
      lossWeights: steps.map((t) => (t === length ? 0.5 : 0)),
    });
    bptt(machine, trace);
    loss += trace.loss();
    byW += trace.grad('w')[0]!;
    byB += trace.grad('b')[0]!;
  }
  return { w, b, loss, byW, byB, norm: normOf(Float64Array.of(byW, byB)) };
}

/** How a step is shortened: not at all, as a whole, or component by component. */
export type ClipRule = 'none' | 'norm' | 'value';

export interface Walk {
  readonly from: Place;
  readonly length: number;
  readonly learningRate: number;
  readonly rule: ClipRule;
  /** The bound of the rule. */
  readonly most: number;
}

/** Returns the places of gradient descent, the start first, after so many steps. */
export function walk(setting: Walk, steps: number): Slope[] {
  const { from, length, learningRate, rule, most } = setting;
  const path = [endSlope(from, length)];
  for (let step = 1; step <= steps; step++) {
    const here = path[step - 1]!;
    const gradient = Float64Array.of(here.byW, here.byB);
    if (rule === 'norm') clipNorm(gradient, most);
    if (rule === 'value') clipValue(gradient, most);
    path.push(
      endSlope(
        { w: here.w - learningRate * gradient[0]!, b: here.b - learningRate * gradient[1]! },
        length,
      ),
    );
  }
  return path;
}

/**
 * Returns the steepest slope in b of the wall at one weight, for biases from −1 to 0.2: a scan of 400
 * places, and four finer ones round the best.
 */
export function steepest(w: number, length: number): number {
  let [from, to, best] = [-1, 0.2, 0];
  for (let round = 0; round < 5; round++) {
    let at = from;
    const size = (to - from) / 400;
    for (let n = 0; n <= 400; n++) {
      const slope = Math.abs(endSlope({ w, b: from + n * size }, length).byB);
      if (slope > best) [best, at] = [slope, from + n * size];
    }
    [from, to] = [at - 4 * size, at + 4 * size];
  }
  return best;
}
