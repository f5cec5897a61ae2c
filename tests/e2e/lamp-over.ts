import {
  compile,
  encodeQuotes,
  neuronLamp,
  play,
  type Machine,
  type Trace,
} from '#engine/index.ts';

/** The five numbers of the lamp. */
export interface FiveNumbers {
  readonly w: number;
  readonly u: number;
  readonly b: number;
  readonly a: number;
  readonly c: number;
}

/** Runs the lamp over a text with the truth as its targets; the losses may be weighted. */
export function lampOver(
  { w, u, b, a, c }: FiveNumbers,
  text: string,
  lossWeight = 1,
): { machine: Machine; trace: Trace } {
  const machine: Machine = compile(neuronLamp);
  const items = encodeQuotes(text);
  const trace = play(machine, {
    params: { w, u, b, a, c },
    initial: { h: -1 },
    inputs: items.map(({ x }) => x),
    targets: items.map(({ inside }) => inside),
    lossWeights: items.map(() => lossWeight),
  });
  return { machine, trace };
}
