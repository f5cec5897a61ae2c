import { fixedPoints } from '#engine/analysis/fixed-points.ts';
import { bptt, encodeQuotes, play, sgd } from '#engine/index.ts';
import { lampMachine, START, type LampWeights } from './lamp.ts';

/** The lamp after some updates: its weights, its loss there, and the gradient that the next one takes. */
export interface Learned {
  readonly weights: LampWeights;
  /** Mean loss per character. */
  readonly loss: number;
  readonly gradient: LampWeights;
  /** Resting states between marks: one forgets, two hold a bit. */
  readonly restingStates: number;
}

const NAMES = ['w', 'u', 'b', 'a', 'c'] as const;

/** Returns the lamp before the first update and after each one. Errors: weights that are not finite. */
export function learn(
  start: LampWeights,
  text: string,
  rate: number,
  updates: number,
): readonly Learned[] {
  const items = encodeQuotes(text);
  const optimizer = sgd(rate);
  const learned: Learned[] = [];
  let weights = start;
  for (let n = 0; n <= updates; n++) {
    const { w, u, b, a, c } = weights;
    const trace = play(lampMachine, {
      params: { w, u, b, a, c },
      initial: { h: START },
      inputs: items.map(({ x }) => x),
      targets: items.map(({ inside }) => inside),
      lossWeights: items.map(() => 1 / items.length),
    });
    bptt(lampMachine, trace);
    learned.push({
      weights,
      loss: trace.loss(),
      gradient: named((name) => trace.grad(name)[0] ?? NaN),
      restingStates: fixedPoints(w, b).filter(({ stable }) => stable).length,
    });
    optimizer.update(trace.theta, trace.thetaGrad);
    weights = named((name) => trace.value(name)[0] ?? NaN);
  }
  return learned;
}

const named = (of: (name: (typeof NAMES)[number]) => number): LampWeights => ({
  w: of('w'),
  u: of('u'),
  b: of('b'),
  a: of('a'),
  c: of('c'),
});
