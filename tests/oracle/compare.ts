import { flat, type Computed, type OracleCase, type Tensor, type Tolerance } from './schema.ts';

/** Returns one sentence per array of a case that differs from what was computed, or is missing. */
export function differences(oracle: OracleCase, computed: Computed): string[] {
  return expectations(oracle).flatMap(([name, want]) => {
    const got = computed.get(name);
    if (got === undefined) return [`${name}: the engine gives nothing under this name`];
    return difference(name, flat(got), flat(want), oracle.tolerance);
  });
}

/** Every array that a case states, with the name under which the engine has to give it. */
function expectations({ outputs, loss, grads }: OracleCase): [string, Tensor][] {
  const { trace, ...plainOutputs } = outputs;
  const { params, trace_total: totals, ...plainGrads } = grads;
  return [
    ...prefixed('outputs', plainOutputs),
    ...prefixed('outputs.trace', trace ?? {}),
    ...(loss === undefined ? [] : [['loss.value', loss.value] as [string, Tensor]]),
    ...prefixed('grads', plainGrads),
    ...prefixed('grads.params', params ?? {}),
    ...prefixed('grads.trace_total', totals ?? {}),
  ];
}

const prefixed = (prefix: string, tensors: Readonly<Record<string, unknown>>): [string, Tensor][] =>
  Object.entries(tensors).map(([name, tensor]) => [`${prefix}.${name}`, tensor as Tensor]);

function difference(
  name: string,
  got: readonly number[],
  want: readonly number[],
  { rtol, atol }: Tolerance,
): string[] {
  if (got.length !== want.length)
    return [`${name}: ${got.length} numbers, expected ${want.length}`];
  const largest = want.reduce((size, value) => Math.max(size, Math.abs(value)), 1);
  const bad = want.findIndex((value, i) => {
    const error = Math.abs((got[i] ?? NaN) - value);
    return !(error <= rtol * Math.abs(value) + atol * largest);
  });
  return bad < 0 ? [] : [`${name}[${bad}] = ${got[bad]}, expected ${want[bad]}`];
}
