import { bptt, compile, gru, join, lstm, rnn, softmaxHead, type Program } from '#engine/index.ts';
import type { Allocate } from '#engine/kernels/kernel.ts';
import { learner, type Machine } from '#engine/machine/machine.ts';
import type { Trace } from '#engine/machine/trace.ts';
import type { Numbers, Workload } from './workloads.ts';

const cells: Readonly<Record<Workload['cell'], Program>> = { rnn, lstm, gru };

/** The engine on a workload: what it is made of, and one whole run. */
export interface EngineRun {
  readonly machine: Machine;
  readonly trace: Trace;
  run(): number;
}

/** Returns the engine bound to a workload and to its numbers. */
export function engineRun(workload: Workload, given: Numbers, allocate: Allocate): EngineRun {
  const { cell, D, H, K, T, batch } = workload;
  const program = K > 0 ? join(cells[cell], softmaxHead) : cells[cell];
  const machine: Machine = learner(compile(program, K > 0 ? { D, H, K } : { D, H }, allocate));
  const trace = machine.trace(T, batch);
  for (const [name, numbers] of Object.entries(given.params)) trace.value(name).set(numbers);
  for (let index = 0; index < batch; index++) {
    const lane = trace.lane(index);
    for (let t = 1; t <= T; t++) {
      lane.value('x', t).set(given.inputs[index]!.subarray((t - 1) * D, t * D));
      if (K > 0) lane.value('d', t)[given.classes[index]![t - 1]!] = 1;
    }
  }
  const run = (): number => {
    machine.steps(trace, 1, T);
    if (K === 0) return trace.value('h', T).at(-1)!;
    bptt(machine, trace);
    return trace.loss();
  };
  return { machine, trace, run };
}
