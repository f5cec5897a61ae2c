import type { Algebra } from './algebra.ts';
import type { Register, Times } from './routine.ts';
import type { Writer } from './writer.ts';

/** A number and how it grows with each of some variables; undefined where it does not. */
export interface Dual<N> {
  readonly value: N;
  readonly tangents: readonly (N | undefined)[];
}

/**
 * Arithmetic that carries derivatives along, so that a loop of any length needs no memory: the gradient
 * forward in time. Cost: once more for each of `count` variables. Source: williams1989.
 */
export class Duals<N> implements Algebra<Dual<N>> {
  private readonly base: Algebra<N>;
  private readonly count: number;

  constructor(base: Algebra<N>, count: number) {
    this.base = base;
    this.count = count;
  }

  /** The variable of that index. */
  variable(value: N, index: number): Dual<N> {
    const tangents = Array.from({ length: this.count }, (_, n) =>
      n === index ? this.base.constant(1) : undefined,
    );
    return { value, tangents };
  }

  /** A number that none of the variables moves. */
  unmoved(value: N): Dual<N> {
    return { value, tangents: Array.from({ length: this.count }, () => undefined) };
  }

  constant(value: number): Dual<N> {
    return this.unmoved(this.base.constant(value));
  }

  add(a: Dual<N>, b: Dual<N>): Dual<N> {
    const { base } = this;
    return this.joined(a, b, base.add(a.value, b.value), (da, db) => total(base, da, db));
  }

  subtract(a: Dual<N>, b: Dual<N>): Dual<N> {
    const { base } = this;
    return this.joined(a, b, base.subtract(a.value, b.value), (da, db) => {
      if (db === undefined) return da;
      return base.subtract(da ?? base.constant(0), db);
    });
  }

  multiply(a: Dual<N>, b: Dual<N>): Dual<N> {
    const { base } = this;
    return this.joined(a, b, base.multiply(a.value, b.value), (da, db) =>
      total(base, times(base, da, b.value), times(base, db, a.value)),
    );
  }

  value(op: string, x: Dual<N>): Dual<N> {
    const { base } = this;
    const y = base.value(op, x.value);
    if (x.tangents.every((dx) => dx === undefined)) return this.unmoved(y);
    const slope = base.slope(op, y, x.value);
    return { value: y, tangents: x.tangents.map((dx) => times(base, dx, slope)) };
  }

  slope(op: string): Dual<N> {
    throw new Error(`the slope of «${op}» is not differentiated a second time`);
  }

  private joined(
    a: Dual<N>,
    b: Dual<N>,
    value: N,
    tangent: (da: N | undefined, db: N | undefined) => N | undefined,
  ): Dual<N> {
    return { value, tangents: a.tangents.map((da, n) => tangent(da, b.tangents[n])) };
  }
}

/** The sum of those that are there. */
function total<N>(base: Algebra<N>, a: N | undefined, b: N | undefined): N | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : base.add(a, b);
}

const times = <N>(base: Algebra<N>, tangent: N | undefined, factor: N): N | undefined =>
  tangent === undefined ? undefined : base.multiply(tangent, factor);

/** Writes a loop over numbers that carry their derivatives; returns them at its end. */
export function repeatDuals(
  writer: Writer,
  rounds: Times,
  start: readonly Dual<Register>[],
  round: (carried: readonly Dual<Register>[]) => readonly Dual<Register>[],
): Dual<Register>[] {
  const flat = (duals: readonly Dual<Register>[]): Register[] =>
    duals.flatMap(({ value, tangents }) => [
      value,
      ...tangents.map((tangent) => tangent ?? writer.constant(0)),
    ]);
  const width = 1 + (start[0]?.tangents.length ?? 0);
  const joined = (registers: readonly Register[]): Dual<Register>[] =>
    start.map((_, n) => {
      const [value, ...tangents] = registers.slice(n * width, (n + 1) * width);
      return { value: value!, tangents };
    });
  return joined(writer.repeat(rounds, flat(start), (carried) => flat(round(joined(carried)))));
}
