import type { Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { bptt } from './bptt.ts';

/** The gradient of one number, found twice. */
export interface GradientPair {
  readonly name: string;
  readonly index: number;
  readonly analytic: number;
  readonly numeric: number;
}

/**
 * Compares every parameter's gradient by `bptt` with central differences, extrapolated to step 0
 * (Richardson), and returns both. The trace is left as `bptt` leaves it. Cost: 4 runs per parameter.
 */
export function gradcheck(machine: Machine, trace: Trace, step = 1e-3): GradientPair[] {
  bptt(machine, trace);
  const analytic = [...trace.thetaGrad];
  const pairs: GradientPair[] = [];
  for (const { name, role } of machine.program.quantities.values()) {
    if (role !== 'param') continue;
    const view = trace.value(name);
    for (let index = 0; index < view.length; index++)
      pairs.push({
        name,
        index,
        analytic: analytic[machine.layout.offset(name) + index]!,
        numeric: extrapolated((shift) => lossAt(machine, trace, view, index, shift), step),
      });
  }
  rerun(machine, trace);
  return pairs;
}

/** Central differences at h and h/2, combined so that the h² error cancels. */
export function extrapolated(loss: (shift: number) => number, step: number): number {
  const central = (h: number): number => (loss(h) - loss(-h)) / (2 * h);
  return (4 * central(step / 2) - central(step)) / 3;
}

function lossAt(
  machine: Machine,
  trace: Trace,
  view: Float64Array,
  index: number,
  shift: number,
): number {
  const kept = view[index]!;
  view[index] = kept + shift;
  rerun(machine, trace);
  const loss = trace.loss();
  view[index] = kept;
  return loss;
}

function rerun(machine: Machine, trace: Trace): void {
  machine.steps(trace, 1, trace.length);
}
