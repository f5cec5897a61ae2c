import { rnn } from '../cells/rnn.ts';
import { jacobian } from '../learn/jacobian.ts';
import { compile } from '../machine/machine.ts';
import { play } from '../machine/play.ts';
import type { Trace } from '../machine/trace.ts';
import { log } from '../math/log.ts';
import { times, unitMatrix } from '../math/matrix.ts';
import { LONGEST_CYCLE, NEAR } from './phase-landscape.ts';
import { affineAt, matrixAt, type PhasePlane } from './phase-planes.ts';
import { stretch } from './lag-norms.ts';

/** One network of a phase plane, step by step. */
export interface PhaseRun {
  readonly trace: Trace;
  /** ln ‖∂h_t/∂h_0‖ for t = 0 … T; −∞ where nothing is left in float64. */
  readonly logNorms: readonly number[];
  /** Steps after T until the state is back; 0 for none up to `LONGEST_CYCLE`. */
  readonly cycle: number;
}

/** Runs the network at a place of a plane for `length` steps and a few more, by the machine and its Jacobians. */
export function phaseRun(plane: PhasePlane, x: number, y: number, length: number): PhaseRun {
  const machine = compile(rnn, { D: 1, H: plane.start.length });
  const trace = play(machine, {
    params: {
      W_hh: matrixAt(plane, x, y),
      W_xh: plane.start.map((_, i) => [affineAt(plane.drive(i), x, y)]),
      b_h: plane.start.map(() => 0),
    },
    initial: { h: plane.start },
    inputs: Array.from({ length: length + LONGEST_CYCLE }, () => 1),
  });
  const logNorms = [0];
  let [product, scaled] = [unitMatrix(plane.start.length), 0];
  for (let t = 1; t <= length; t++) {
    product = times(jacobian(machine, trace, t), product);
    const size = stretch(product);
    scaled += log(size);
    logNorms.push(scaled);
    product = product.map((row) => row.map((entry) => entry / size));
  }
  return { trace, logNorms, cycle: cycleAfter(trace, length) };
}

function cycleAfter(trace: Trace, end: number): number {
  const state = trace.value('h', end);
  for (let length = 1; length <= LONGEST_CYCLE; length++) {
    const later = trace.value('h', end + length);
    const apart = state.reduce((sum, value, i) => sum + square((later[i]! - value) / NEAR), 0);
    if (apart < 1) return length;
  }
  return 0;
}

const square = (value: number): number => value * value;
