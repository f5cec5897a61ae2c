import {
  bptt,
  compile,
  join,
  lstm,
  play,
  record,
  recordPullback,
  softmaxHead,
} from '#engine/index.ts';
import { javascript } from '#engine/kernels/javascript.ts';
import { seedLoss } from '#engine/learn/bptt.ts';
import { rtrl } from '#engine/learn/rtrl.ts';
import { engineRun } from './engine.ts';
import { median, sideBySide } from './side-by-side.ts';
import { numbersOf, training } from './workloads.ts';

const BASE = training.find(({ name }) => name === 'LSTM training');

/** Returns the slope of the straight line through log time over log size. */
async function slope(workloads, sizeOf, allocate) {
  const runs = workloads.map((workload) => ({
    name: workload.name,
    ...engineRun(workload, numbersOf(workload), allocate),
  }));
  const times = await sideBySide(runs, 5);
  const points = runs.map((run) => [Math.log(sizeOf(run)), Math.log(median(times.get(run.name)))]);
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const along = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return along / points.reduce((sum, point) => sum + (point[0] - x) * (point[0] - x), 0);
}

/** How time grows with the number of steps: 1 is linear. */
export const lengthSlope = (allocate) =>
  slope(
    [25, 50, 100, 200].map((T) => ({ ...BASE, T, name: `T = ${T}` })),
    ({ trace }) => trace.length,
    allocate,
  );

/** How time grows with the number of parameters, from H = 64 up: 1 is linear. */
export const widthSlope = (allocate) =>
  slope(
    [64, 128, 256].map((H) => ({ ...BASE, H, T: 25, name: `H = ${H}` })),
    ({ machine }) => machine.layout.thetaSize,
    allocate,
  );

/** RTRL's time divided by what its multiplications take at BPTT's rate, for some widths. */
export async function rtrlShares() {
  const shares = new Map();
  for (const H of [8, 16, 32]) {
    const workload = { ...BASE, D: 8, H, K: 8, T: 10, name: `H = ${H}` };
    const { machine, trace } = engineRun(workload, numbersOf(workload), javascript);
    const backward = { name: 'bptt', run: () => bptt(machine, trace) };
    const forward = { name: 'rtrl', run: () => rtrl(machine, trace) };
    const times = await sideBySide([backward, forward], 5);
    const { thetaSize } = machine.layout;
    const states = 2 * H;
    // bptt multiplies twice per weight and step; rtrl once per weight and pair of states
    const rate = (2 * thetaSize) / median(times.get('bptt'));
    shares.set(H, (median(times.get('rtrl')) * rate) / (states * states * thetaSize));
  }
  return shares;
}

/** Milliseconds of a stepped widget's whole work: LSTM, H = 4, T = 12, forward, backward, recorded. */
export async function widgetTime() {
  const machine = compile(join(lstm, softmaxHead), { D: 3, H: 4, K: 3 });
  const rows = Array.from({ length: 12 }, (_, t) => [0, 1, 2].map((k) => (t % 3 === k ? 1 : 0)));
  const params = Object.fromEntries(
    [...machine.program.quantities.values()]
      .filter(({ role }) => role === 'param')
      .map(({ name }) => [
        name,
        Array.from({ length: machine.layout.length(name) }, (_, n) => ((n * 7) % 11) / 20 - 0.25),
      ]),
  );
  const run = () => {
    const trace = play(machine, { params, inputs: rows, targets: rows });
    for (let t = 1; t <= 12; t++) record(machine, trace, t);
    trace.grads.fill(0);
    seedLoss(trace);
    for (let t = 12; t >= 1; t--) recordPullback(machine, trace, t);
  };
  return median((await sideBySide([{ name: 'widget', run }], 9)).get('widget'));
}
