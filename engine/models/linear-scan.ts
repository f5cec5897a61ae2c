import type { Machine } from '../machine/machine.ts';
import { fill, lengthOf, type Setting } from '../machine/play.ts';
import type { Trace } from '../machine/trace.ts';

/** One step of a linear recurrence, unit by unit: h → factor · h + term. */
export interface LinearStep {
  readonly factor: readonly number[];
  readonly term: readonly number[];
}

/**
 * Returns all prefixes x_1, x_1∘x_2, … of an associative combination, by pairs: about 2T combinations, of
 * which only 2 log₂ T wait for one another. Source: blelloch1990.
 */
export function associativeScan<Item>(
  items: readonly Item[],
  combine: (earlier: Item, later: Item) => Item,
): Item[] {
  if (items.length < 2) return [...items];
  const pairs: Item[] = [];
  for (let n = 0; n + 1 < items.length; n += 2) pairs.push(combine(items[n]!, items[n + 1]!));
  const whole = associativeScan(pairs, combine);
  return items.map((item, n) => {
    if (n === 0) return item;
    return n % 2 === 1 ? whole[(n - 1) / 2]! : combine(whole[n / 2 - 1]!, item);
  });
}

/** Two steps as one: h → f₂ (f₁ h + t₁) + t₂. */
export const afterwards = (earlier: LinearStep, later: LinearStep): LinearStep => ({
  factor: earlier.factor.map((factor, i) => factor * later.factor[i]!),
  term: earlier.term.map((term, i) => later.factor[i]! * term + later.term[i]!),
});

/**
 * Runs a machine whose state h is linear in h[t-1], unit by unit, without going through time: every step is
 * looked at by itself, then a scan joins them. The trace is that of `play`, but for rounding.
 * Sources: martin2018, feng2024. Errors: a state other than h; a step that is not linear in it.
 */
export function playByScan<Name extends string>(
  machine: Machine<Name>,
  setting: Setting,
): Trace<Name> {
  const { program } = machine;
  if (program.state.length !== 1 || !program.state.includes('h' as Name))
    throw new Error(`${program.name} carries ${program.state.join(', ')}; a scan needs h alone`);
  const trace = machine.trace(lengthOf(setting));
  fill(machine, trace, setting);
  const start: LinearStep = { factor: [], term: [...trace.value('h' as Name, 0)] };
  const steps = Array.from({ length: trace.length }, (_, n) => lookAt(machine, trace, n + 1));
  const prefixes = associativeScan(steps, afterwards);
  prefixes.forEach(({ factor, term }, n) =>
    trace
      .value('h' as Name, n + 1)
      .set(term.map((value, i) => factor[i]! * start.term[i]! + value)),
  );
  // every step now has its old state: they may run in any order, so the last one goes first
  for (let t = trace.length; t >= 1; t--) runChecked(machine, trace, t);
  return trace;
}

/** Finds factor and term of one step from a run at h[t-1] = 0 and its derivative there. */
function lookAt(machine: Machine, trace: Trace, t: number): LinearStep {
  const scratch = machine.trace(1);
  const { thetaSize, frameSize } = machine.layout;
  const frame = thetaSize + t * frameSize;
  scratch.theta.set(trace.theta);
  scratch.values.set(trace.values.subarray(frame, frame + frameSize), thetaSize + frameSize);
  machine.step(scratch, 1);
  scratch.grad('h', 1).fill(1);
  machine.pullback(scratch, 1);
  return { factor: [...scratch.grad('h', 0)], term: [...scratch.value('h', 1)] };
}

/** Fills the rest of frame t; its h has to come out as the scan has it. */
function runChecked(machine: Machine, trace: Trace, t: number): void {
  const scanned = [...trace.value('h', t)];
  machine.step(trace, t);
  const off = trace.value('h', t).findIndex((h, i) => {
    const size = Math.max(1, Math.abs(h), Math.abs(scanned[i]!));
    return !(Math.abs(h - scanned[i]!) <= 1e-9 * size);
  });
  if (off >= 0)
    throw new Error(
      `${machine.program.name}: h_${off + 1} at t = ${t} is ${trace.value('h', t)[off]}, the scan says ${scanned[off]}; the step is not linear in h[t-1], unit by unit`,
    );
}
