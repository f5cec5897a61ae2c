import { lstm } from '#engine/cells/lstm.ts';
import { softmaxHead } from '#engine/heads/softmax.ts';
import { webAssembly } from '#engine/kernels/webassembly.ts';
import { adam } from '#engine/learn/adam.ts';
import { bptt } from '#engine/learn/bptt.ts';
import { compile } from '#engine/machine/machine.ts';
import { play, type Setting } from '#engine/machine/play.ts';
import { join } from '#engine/program/join.ts';

/** The same with the WebAssembly kernel. */
export function train(sizes: Readonly<Record<string, number>>, setting: Setting): number {
  const machine = compile(join(lstm, softmaxHead), sizes, webAssembly);
  const trace = play(machine, setting);
  bptt(machine, trace);
  adam(0.01).update(trace.theta, trace.thetaGrad);
  return trace.loss();
}
