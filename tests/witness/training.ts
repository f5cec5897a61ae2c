import { bptt, play } from '#engine/index.ts';
import type { Machine, Numbers, Optimizer, Setting, Trace } from '#engine/index.ts';
import { clipNorm } from '#engine/learn/clipping.ts';
import { drawStart } from '#engine/models/start.ts';
import type { QuoteItem } from '#engine/tasks/quote.ts';

const paramsOf = (trace: Trace): Record<string, Numbers> =>
  Object.fromEntries(
    [...trace.program.quantities.values()]
      .filter(({ role }) => role === 'param')
      .map(({ name }) => [name, [...trace.value(name)]]),
  );

/** Params as `play` takes them: matrices by rows. */
export function shaped(machine: Machine, theta: ArrayLike<number>): Record<string, Numbers> {
  const trace = machine.trace(1);
  trace.theta.set(theta);
  const flat = paramsOf(trace) as Record<string, number[]>;
  return Object.fromEntries(
    Object.entries(flat).map(([name, numbers]) => {
      const columns = machine.layout.columns(name);
      return [
        name,
        numbers.flatMap((_, n) => (n % columns ? [] : [numbers.slice(n, n + columns)])),
      ];
    }),
  );
}

/** One update on the sum of the gradients of some texts; returns their summed loss. */
export function update(
  machine: Machine,
  theta: Float64Array,
  texts: readonly Omit<Setting, 'params'>[],
  optimizer: Optimizer,
  { clip = Infinity, share = 1 } = {},
): number {
  const gradient = new Float64Array(theta.length);
  let loss = 0;
  for (const text of texts) {
    const trace = play(machine, { ...text, params: shaped(machine, theta) });
    bptt(machine, trace);
    loss += trace.loss();
    trace.thetaGrad.forEach((value, i) => (gradient[i]! += value * share));
  }
  if (clip < Infinity) clipNorm(gradient, clip);
  optimizer.update(theta, gradient);
  return loss;
}

export const start = (machine: Machine, seed: number, starts = {}): Float64Array => {
  const trace = machine.trace(1);
  drawStart(machine, trace, seed, starts);
  return trace.theta.slice();
};

export const asRows = (items: readonly QuoteItem[]): number[][] =>
  items.map(({ x }) => [Number(x === 1), Number(x === -1)]);
