import { jacobian } from '../learn/jacobian.ts';
import type { Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { log } from '../math/log.ts';
import { times, transposed, unitMatrix } from '../math/matrix.ts';

/**
 * Returns the mean logarithm per step by which small distances between states grow along a run, one
 * per direction, largest first: below 0 the states forget where they came from, above 0 they are
 * chaotic. −Infinity for a direction that is lost altogether. The first `skipped` steps only turn the
 * directions. Source: engelken2023. Cost: a Jacobian and a product of states × states per step.
 */
export function lyapunovExponents(machine: Machine, trace: Trace, skipped = 0): number[] {
  const steps = trace.length - skipped;
  if (!Number.isInteger(skipped) || skipped < 0 || steps < 1)
    throw new Error(
      `lyapunovExponents: skipped is ${skipped}; expected a whole number below the ${trace.length} steps`,
    );
  let axes = unitMatrix(
    machine.program.state.reduce((n, name) => n + trace.layout.length(name), 0),
  );
  const totals = axes.map(() => 0);
  for (let t = 1; t <= trace.length; t++) {
    const { units, lengths } = orthonormal(times(axes, transposed(jacobian(machine, trace, t))));
    axes = units;
    if (t > skipped) lengths.forEach((length, k) => (totals[k]! += log(length)));
  }
  return totals.map((total) => total / steps).sort((first, second) => second - first);
}

/** Gram and Schmidt, with the lengths that are left; a row without length stays 0. */
function orthonormal(rows: readonly (readonly number[])[]): {
  readonly units: number[][];
  readonly lengths: number[];
} {
  const units: number[][] = [];
  const lengths = rows.map((row) => {
    const rest = [...row];
    const whole = Math.sqrt(dot(row, row));
    for (const unit of units) subtract(rest, unit);
    // a second time, because what the first left may be rounding alone
    for (const unit of units) subtract(rest, unit);
    const length = Math.sqrt(dot(rest, rest));
    const isLost = length <= 1e-15 * whole;
    units.push(rest.map((value) => (isLost ? 0 : value / length)));
    return isLost ? 0 : length;
  });
  return { units, lengths };
}

function subtract(from: number[], unit: readonly number[]): void {
  const along = dot(from, unit);
  from.forEach((value, i) => (from[i] = value - along * unit[i]!));
}

const dot = (first: readonly number[], second: readonly number[]): number =>
  first.reduce((sum, value, i) => sum + value * second[i]!, 0);
