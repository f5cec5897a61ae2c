import { adam, bptt, compile, gru, join, lstm, rnn, softmaxHead } from '#engine/index.ts';
import { javascript } from '#engine/kernels/javascript.ts';
import type { Kernel } from '#engine/kernels/kernel.ts';
import { webAssembly } from '#engine/kernels/webassembly.ts';
import { clipNorm } from '#engine/learn/clipping.ts';
import { learner } from '#engine/machine/machine.ts';
import { rng } from '#engine/math/index.ts';
import { drawStart } from '#engine/models/start.ts';

const CELLS = { rnn, lstm, gru };
const KERNELS = { javascript, webassembly: webAssembly };

export type CellName = keyof typeof CELLS;
export type KernelName = Kernel['name'];

/** The first half of the SHA-256 of the weights, whatever the machine, the browser and the kernel. */
export const EXPECTED: Readonly<Record<CellName, string>> = {
  rnn: 'c05ddf918879f27f6f5a16996b493d94',
  lstm: 'abb12c7c67fc83b53b04fe6119be7add',
  gru: 'c48f6680668e90a75eb149741612e280',
};

export const CELL_NAMES = Object.keys(EXPECTED) as CellName[];
export const KERNEL_NAMES = Object.keys(KERNELS) as KernelName[];

const [LENGTH, LANES, UPDATES] = [20, 5, 500];

/** Trains a cell on letters that each name the one before; returns what kernel ran and a hash of the weights. */
export async function trainedBits(
  cell: CellName,
  wanted: KernelName,
): Promise<{ kernel: KernelName; hash: string }> {
  const sizes = { D: 9, H: 17, K: 9 };
  const machine = learner(compile(join(CELLS[cell], softmaxHead), sizes, KERNELS[wanted]));
  const trace = machine.trace(LENGTH, LANES);
  drawStart(machine, trace, 1);
  const random = rng(2).stream('letters');
  const optimizer = adam(0.01);
  for (let update = 0; update < UPDATES; update++) {
    for (let index = 0; index < LANES; index++) {
      const lane = trace.lane(index);
      for (let t = 1, before = 0; t <= LENGTH; t++) {
        const letter = random.integer(0, sizes.D - 1);
        lane.value('x', t).fill(0)[letter] = 1;
        lane.value('d', t).fill(0)[before] = 1;
        before = letter;
      }
    }
    for (let t = 1; t <= LENGTH; t++) machine.step(trace, t);
    bptt(machine, trace);
    clipNorm(trace.thetaGrad, 1);
    optimizer.update(trace.theta, trace.thetaGrad);
  }
  const digest = await crypto.subtle.digest('SHA-256', trace.theta.slice());
  const bytes = [...new Uint8Array(digest)].slice(0, 16);
  const hash = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { kernel: trace.kernel.name, hash };
}
