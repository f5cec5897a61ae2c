import { play } from '#engine/index.ts';
import { jacobian, jacobianProduct } from '#engine/learn/jacobian.ts';
import { eigenvalues, spectralRadius, type Complex } from '#engine/math/eigenvalues.ts';
import { frobeniusNorm } from '#engine/math/matrix.ts';
import { singularValues } from '#engine/math/singular-values.ts';
import { matrix, type Computed, type Leaf, type OracleCase, type Stated } from './schema.ts';
import { sequenceOf, stateAt } from './sequence.ts';

/** One step's Jacobian, their products to the end, and what linear algebra says of them. */
export function runJacobians(oracle: OracleCase): Computed {
  const { machine, setting, x } = sequenceOf(oracle);
  const trace = play(machine, setting);
  const T = trace.length;
  const H = machine.layout.length('h');
  const steps = x.map((_, t) => jacobian(machine, trace, t + 1));
  const stated = oracle.jacobian as Readonly<Record<string, Stated>>;
  const products = (stated['T_from_k'] as readonly { k: number }[]).flatMap(({ k }, i) => {
    const J = jacobianProduct(machine, trace, k, T);
    const singular = singularValues(J).values;
    const block = (from: number): number[][] =>
      J.slice(from, from + H).map((row) => row.slice(from, from + H));
    const parts: [string, Leaf][] = [
      ['J', J],
      ['singular_values', singular],
      ['spectral_norm', singular[0] ?? NaN],
      ['frobenius_norm', frobeniusNorm(J)],
      ['dh_dh', block(0)],
      ['dc_dc', block(H)],
    ];
    return parts.map(([name, leaf]): [string, Leaf] => [`jacobian.T_from_k.${i}.${name}`, leaf]);
  });
  return new Map<string, Leaf>([
    ['outputs.state', [0, ...x].map((_, t) => stateAt(trace, t))],
    ['jacobian.step', steps],
    ['jacobian.step_spectral_norms', steps.map((J) => singularValues(J).values[0] ?? NaN)],
    ...products,
    ...recurrentWeights(oracle),
  ]);
}

function recurrentWeights({ params }: OracleCase): [string, Leaf][] {
  const W = matrix(params?.['weight_hh']);
  if (W.length !== W[0]?.length) return [];
  return [
    ['jacobian.W_hh.eigenvalues_re_im', ordered(eigenvalues(W))],
    ['jacobian.W_hh.spectral_radius', spectralRadius(W)],
    ['jacobian.W_hh.singular_values', singularValues(W).values],
  ];
}

/** By real part, then by imaginary part, with what rounding left of equal ones put aside. */
const ordered = (values: readonly Complex[]): number[][] =>
  values
    .map((value) => [...value])
    .sort(([a = 0, b = 0], [c = 0, d = 0]) => (Math.abs(a - c) > 1e-9 ? a - c : b - d));
