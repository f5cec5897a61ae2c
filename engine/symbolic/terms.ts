import type { Program, Ref, Step } from '../program/types.ts';

/** A quantity at a time, as a symbol: h_3 is h at t = 3; a parameter keeps its name. */
export const symbolOf = (name: string, t: number | undefined): string =>
  t === undefined ? name : `${name}_${t}`;

/** How much is written out: `states` keeps all named quantities, `nothing` keeps what is given alone. */
export type Keeping = 'states' | 'nothing';

/** Says functions of one number, and their slopes by result y and argument a. */
const FUNCTIONS: Readonly<
  Record<string, { value: (a: string) => string; slope: (y: string, a: string) => string }>
> = {
  tanh: { value: (a) => `tanh(${a})`, slope: (y) => `(1 - ${y}^2)` },
  sigmoid: { value: (a) => `1 / (1 + exp(-(${a})))`, slope: (y) => `${y} * (1 - ${y})` },
  identity: { value: (a) => a, slope: () => '1' },
  reciprocal: { value: (a) => `1 / ${a}`, slope: (y) => `(-(${y}^2))` },
  softplus: { value: (a) => `log(1 + exp(${a}))`, slope: (_, a) => `1 / (1 + exp(-(${a})))` },
  log: { value: (a) => `log(${a})`, slope: (_, a) => `1 / ${a}` },
};

/** Losses of one number y and its target d, and their slopes in y. */
const LOSSES: Readonly<Record<string, (y: string, d: string) => { value: string; slope: string }>> =
  {
    bce: (y, d) => ({
      value: `log(1 + exp(${y})) - ${d} * ${y}`,
      slope: `(1 / (1 + exp(-(${y}))) - ${d})`,
    }),
    squared_error: (y, d) => ({ value: `(${y} - ${d})^2 / 2`, slope: `(${y} - ${d})` }),
  };

/** Writes quantities of a program whose vectors all have one number, and their slopes, as text. */
export class Terms {
  private readonly program: Program;
  private readonly keeping: Keeping;

  constructor(program: Program, keeping: Keeping) {
    this.program = program;
    this.keeping = keeping;
  }

  /** A quantity at t, as a symbol where it is kept, else as what its equation says. */
  value({ name, lag }: Ref, t: number): string {
    const quantity = this.program.quantities.get(name);
    const time = quantity?.timed === true ? t - lag : undefined;
    const step = this.stepOf(name);
    const isGiven = step === undefined || time === 0;
    const isNamed = quantity?.formula === undefined && this.keeping === 'states';
    if (isGiven || isNamed) return symbolOf(name, time);
    return `(${this.rightSide(step, t - lag)})`;
  }

  /** What an equation says at t. Errors: an operation that has no form here. */
  rightSide(step: Step, t: number): string {
    const args = step.inputs.map((ref) => this.value(ref, t));
    const [a = '', b = ''] = args;
    if (step.op === 'sum') {
      const signed = args.map((arg, n) => (step.signs[n] === -1 ? `-${arg}` : arg));
      return [...(step.constant === 0 ? [] : [String(step.constant)]), ...signed].join(' + ');
    }
    if (step.op === 'product' || step.op === 'apply' || step.op === 'dot')
      return [...(step.constant === 1 ? [] : [String(step.constant)]), ...args].join(' * ');
    return FUNCTIONS[step.op]?.value(a) ?? LOSSES[step.op]?.(a, b).value ?? this.unknown(step);
  }

  /** ∂quantity/∂parameter at t, through everything before; '0' where nothing leads there. */
  slope({ name, lag }: Ref, t: number, parameter: string): string {
    if (name === parameter) return '1';
    const step = this.stepOf(name);
    if (step === undefined || t - lag < 1) return '0';
    const time = t - lag;
    return added(
      step.inputs.map((ref, which) =>
        multiplied([this.localSlope(step, which, name, time), this.slope(ref, time, parameter)]),
      ),
    );
  }

  private localSlope(step: Step, which: number, out: string, t: number): string {
    const args = step.inputs.map((ref) => this.value(ref, t));
    const [a = '', b = ''] = args;
    if (step.op === 'sum') return step.signs[which] === -1 ? '-1' : '1';
    if (step.op === 'product' || step.op === 'apply' || step.op === 'dot')
      return multiplied([
        ...(step.constant === 1 ? [] : [String(step.constant)]),
        ...args.filter((_, n) => n !== which),
      ]);
    const y = this.value({ name: out, lag: 0 }, t);
    const own = FUNCTIONS[step.op]?.slope(y, a);
    return own ?? (which === 0 ? LOSSES[step.op]?.(a, b).slope : '0') ?? this.unknown(step);
  }

  private stepOf = (name: string): Step | undefined =>
    this.program.steps.find(({ out }) => out === name);

  private unknown({ op, out }: Step): never {
    const known = [...Object.keys(FUNCTIONS), ...Object.keys(LOSSES)].join(', ');
    throw new Error(
      `${this.program.name}: «${op}» in the equation of «${out}» has no closed form here; there are ${known}`,
    );
  }
}

/** The sum of terms, without those that are 0. */
export function added(terms: readonly string[]): string {
  const others = terms.filter((term) => term !== '0');
  if (others.length < 2) return others[0] ?? '0';
  return `(${others.join(' + ')})`;
}

/** The product of factors, without those that are 1; 0 where one is. */
function multiplied(factors: readonly string[]): string {
  if (factors.includes('0')) return '0';
  const others = factors.filter((factor) => factor !== '1');
  return others.length === 0 ? '1' : others.join(' * ');
}
