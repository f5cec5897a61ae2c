import { cholesky, solveCholesky } from '../math/cholesky.ts';

/** Reads one number off a state: weights · state + bias. */
export interface LinearProbe {
  readonly weights: readonly number[];
  readonly bias: number;
}

type States = readonly (readonly number[])[];

/**
 * Returns the probe with the least squared error over these states and what should be read off them.
 * `ridge` keeps weights small where states hardly vary: it is added to every variance. Source: alain2017.
 * Errors: no states, as many targets as states missing. Cost: states × units².
 */
export function fitLinearProbe(
  states: States,
  targets: readonly number[],
  ridge = 1e-12,
): LinearProbe {
  const [first] = states;
  if (first === undefined || states.length !== targets.length)
    throw new Error(
      `fitLinearProbe: ${states.length} states and ${targets.length} targets; expected as many, and at least one`,
    );
  const centre = first.map((_, i) => mean(states.map((state) => state[i]!)));
  const middle = mean(targets);
  const shifted = states.map((state) => state.map((value, i) => value - centre[i]!));
  const covariance = first.map((_, i) =>
    first.map(
      (__, j) => mean(shifted.map((state) => state[i]! * state[j]!)) + (i === j ? ridge : 0),
    ),
  );
  const toTarget = first.map((_, i) =>
    mean(shifted.map((state, n) => state[i]! * (targets[n]! - middle))),
  );
  const weights = solveCholesky(cholesky(covariance), toTarget);
  return { weights, bias: middle - dot(weights, centre) };
}

/** Returns what a probe reads off a state. */
export const readProbe = ({ weights, bias }: LinearProbe, state: readonly number[]): number =>
  bias + dot(weights, state);

/**
 * Returns the share of the targets' variance that a probe explains: 1 is perfect, 0 as good as always
 * saying their mean, below 0 worse. NaN where the targets do not vary.
 */
export function explained(probe: LinearProbe, states: States, targets: readonly number[]): number {
  const middle = mean(targets);
  const left = mean(states.map((state, n) => square(targets[n]! - readProbe(probe, state))));
  return 1 - left / mean(targets.map((target) => square(target - middle)));
}

/**
 * Returns, for each lag 0 … longest, how much of what was read `lag` steps ago can be told from the state:
 * fitted on the first half of the steps, judged on the second. States and inputs are of the same steps.
 */
export function memoryCurve(
  states: States,
  inputs: readonly number[],
  longest: number,
  ridge?: number,
): number[] {
  return Array.from({ length: longest + 1 }, (_, lag) => {
    const later = states.slice(lag);
    const past = inputs.slice(0, inputs.length - lag);
    const half = Math.floor(later.length / 2);
    const probe = fitLinearProbe(later.slice(0, half), past.slice(0, half), ridge);
    return explained(probe, later.slice(half), past.slice(half));
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const square = (value: number): number => value * value;

const dot = (first: readonly number[], second: readonly number[]): number =>
  first.reduce((sum, value, i) => sum + value * second[i]!, 0);
