/** Changes parameters by their gradients; what it remembers between updates is in `memory`. */
export interface Optimizer {
  /** One update of all parameters, in place. Errors: another number of parameters than before. */
  update(theta: Float64Array, grad: Float64Array): void;
  /** Empty before the first update. */
  readonly memory: Readonly<Record<string, Float64Array>>;
}

/** Returns the new value of parameter i from its value and gradient; may write what it remembers. */
export type ElementRule<Memory extends string> = (
  p: number,
  g: number,
  memory: Readonly<Record<Memory, Float64Array>>,
  i: number,
) => number;

/**
 * Makes an optimizer out of a rule for one parameter; `ruleAt(t)` is asked once for update t = 1, 2, …
 * Memories begin at 0, or at what `start` says.
 */
export function elementwise<const Memory extends string>(
  names: readonly Memory[],
  ruleAt: (t: number) => ElementRule<Memory>,
  start: Partial<Record<Memory, number>> = {},
): Optimizer {
  let t = 0;
  const memory = {} as Record<Memory, Float64Array>;
  return {
    memory,
    update(theta, grad) {
      if (t === 0)
        for (const name of names)
          memory[name] = new Float64Array(theta.length).fill(start[name] ?? 0);
      const [first] = names;
      const known = first === undefined ? theta.length : memory[first].length;
      if (theta.length !== known || grad.length !== known)
        throw new Error(
          `update: ${theta.length} parameters and ${grad.length} gradients; expected ${known} of each`,
        );
      t += 1;
      const rule = ruleAt(t);
      for (let i = 0; i < theta.length; i++) theta[i] = rule(theta[i]!, grad[i]!, memory, i);
    },
  };
}

/** Checks the settings of an optimizer. Errors: one that lies outside its range, with the range. */
export function checkSettings(
  optimizer: string,
  settings: Readonly<Record<string, number>>,
  ranges: Readonly<Record<string, readonly [low: number, below: number]>>,
): void {
  for (const [name, [low, below]] of Object.entries(ranges)) {
    const value = settings[name];
    if (value === undefined || (value >= low && value < below)) continue;
    const range = below === Infinity ? `at least ${low}` : `from ${low} to below ${below}`;
    throw new Error(`${optimizer}: ${name} is ${value}; expected a number ${range}`);
  }
}

/** Ranges that several optimizers share. */
export const RANGES = {
  learningRate: [0, Infinity],
  weightDecay: [0, Infinity],
  epsilon: [0, Infinity],
  momentum: [0, 1],
  decay: [0, 1],
  beta1: [0, 1],
  beta2: [0, 1],
} as const;
