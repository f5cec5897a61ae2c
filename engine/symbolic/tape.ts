import type { Arithmetic } from './arithmetic.ts';

/** One number of a calculation, with what it came from and how steeply. */
export interface Node<N> {
  readonly value: N;
  readonly from: readonly { readonly node: Node<N>; readonly slope: N }[];
  grad: N;
}

/**
 * A calculation written down number by number, so that gradients of it follow by the chain rule: another way
 * than the engine's, which goes by equations.
 */
export class Tape<N> {
  readonly arithmetic: Arithmetic<N>;
  readonly zero: N;
  readonly one: N;
  private readonly nodes: Node<N>[] = [];

  constructor(arithmetic: Arithmetic<N>) {
    this.arithmetic = arithmetic;
    this.zero = arithmetic.of(0);
    this.one = arithmetic.of(1);
  }

  /** A number that is given. */
  leaf(value: number): Node<N> {
    return this.node(this.arithmetic.of(value), []);
  }

  /** A function of one number, by its value and its slope there. */
  apply(a: Node<N>, value: N, slope: N): Node<N> {
    return this.node(value, [{ node: a, slope }]);
  }

  add(a: Node<N>, b: Node<N>): Node<N> {
    const value = this.arithmetic.add(a.value, b.value);
    return this.node(value, [
      { node: a, slope: this.one },
      { node: b, slope: this.one },
    ]);
  }

  subtract(a: Node<N>, b: Node<N>): Node<N> {
    const { arithmetic, one, zero } = this;
    return this.node(arithmetic.subtract(a.value, b.value), [
      { node: a, slope: one },
      { node: b, slope: arithmetic.subtract(zero, one) },
    ]);
  }

  multiply(a: Node<N>, b: Node<N>): Node<N> {
    return this.node(this.arithmetic.multiply(a.value, b.value), [
      { node: a, slope: b.value },
      { node: b, slope: a.value },
    ]);
  }

  divide(a: Node<N>, b: Node<N>): Node<N> {
    const { arithmetic, one, zero } = this;
    const value = arithmetic.divide(a.value, b.value);
    return this.node(value, [
      { node: a, slope: arithmetic.divide(one, b.value) },
      { node: b, slope: arithmetic.subtract(zero, arithmetic.divide(value, b.value)) },
    ]);
  }

  exp(a: Node<N>): Node<N> {
    const value = this.arithmetic.exp(a.value);
    return this.apply(a, value, value);
  }

  log(a: Node<N>): Node<N> {
    const { arithmetic, one } = this;
    return this.apply(a, arithmetic.log(a.value), arithmetic.divide(one, a.value));
  }

  /** The sum of numbers; 0 of none. */
  total(terms: readonly Node<N>[]): Node<N> {
    const [first, ...others] = terms;
    return first === undefined
      ? this.leaf(0)
      : others.reduce((sum, term) => this.add(sum, term), first);
  }

  /** Fills the gradients of all numbers with respect to one. */
  pullback(of: Node<N>): void {
    const { arithmetic } = this;
    for (const node of this.nodes) node.grad = this.zero;
    of.grad = this.one;
    for (const { from, grad } of this.nodes.toReversed())
      for (const { node, slope } of from)
        node.grad = arithmetic.add(node.grad, arithmetic.multiply(slope, grad));
  }

  private node(value: N, from: Node<N>['from']): Node<N> {
    const node = { value, from, grad: this.zero };
    this.nodes.push(node);
    return node;
  }
}
