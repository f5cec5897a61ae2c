import { compile, type Machine } from '../machine/machine.ts';
import { play } from '../machine/play.ts';
import type { Trace } from '../machine/trace.ts';
import { define } from '../program/define.ts';
import type { Program } from '../program/types.ts';

/** What scores that compare sums do with every key first; one step per key. */
const keyProjection: Program = define({
  name: 'key-projection',
  source: ['bahdanau2015'],
  sizes: { k: 'A', p: 'P' },
  output: 'p',
  equations: 'p[t] = W_kp k[t]',
});

/** Returns the run that projects S keys to length P: the projected key s is p at t = s + 1. */
export function projectKeys(
  keys: readonly (readonly number[])[],
  P: number,
  W_kp: readonly number[],
): Trace {
  const machine = machineOf({ A: keys[0]!.length, P });
  return play(machine, { params: { W_kp }, inputs: { k: keys } });
}

/** Returns the gradients of the keys out of those of the projected keys; that of W_kp is in the trace. */
export function pullbackKeys(projected: Trace, grads: readonly (readonly number[])[]): number[][] {
  const machine = machineOf(projected.layout.sizes);
  return grads.map((row, s) => {
    projected.grad('p', s + 1).set(row);
    machine.pullback(projected, s + 1);
    return [...projected.grad('k', s + 1)];
  });
}

const machineOf = (sizes: Readonly<Record<string, number>>): Machine =>
  compile(keyProjection, sizes);
