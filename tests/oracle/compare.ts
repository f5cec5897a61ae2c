import { leaves, type Computed, type Leaf, type OracleCase, type Tolerance } from './schema.ts';

/** Returns one sentence per array of a case that differs from what was computed, or is missing. */
export function differences(oracle: OracleCase, computed: Computed): string[] {
  return expectations(oracle).flatMap(([name, want]) => {
    const got = computed.get(name);
    if (got === undefined) return [`${name}: the engine gives nothing under this name`];
    return difference(name, flattened(got), flattened(want), oracle.tolerance);
  });
}

/** Parts of results that say how they were asked for. */
const SETTINGS = /\.(what|k|learning_rate|cell|I|H|layers|bidirectional|bias|proj)$/;

/** Every array that a case states, with the name under which the engine has to give it. */
function expectations(oracle: OracleCase): [string, Leaf][] {
  const { outputs, loss, grads, rtrl, tbptt, jacobian, derivatives } = oracle;
  return [
    ...leaves('outputs', outputs),
    ...leaves('loss.value', loss?.value),
    ...leaves('grads', grads),
    ...leaves('grads_srn_one_step', oracle.grads_srn_one_step),
    ...leaves('rtrl', rtrl),
    ...leaves('online', oracle.online),
    ...leaves('tbptt', tbptt),
    ...leaves('jacobian', jacobian),
    ...leaves('derivatives', derivatives),
  ].filter(([name]) => !SETTINGS.test(name) || name.startsWith('grads'));
}

type Plain = number | string | boolean;

const flattened = (leaf: Leaf): Plain[] =>
  typeof leaf === 'object' ? leaf.flatMap(flattened) : [leaf];

function difference(
  name: string,
  got: readonly Plain[],
  want: readonly Plain[],
  { rtol, atol }: Tolerance,
): string[] {
  if (got.length !== want.length)
    return [`${name}: ${got.length} numbers, expected ${want.length}`];
  const largest = want.reduce<number>(
    (size, value) => (typeof value === 'number' ? Math.max(size, Math.abs(value)) : size),
    1,
  );
  const bad = want.findIndex((value, i) => {
    const found = got[i];
    if (typeof value !== 'number' || typeof found !== 'number') return found !== value;
    return !(Math.abs(found - value) <= rtol * Math.abs(value) + atol * largest);
  });
  return bad < 0 ? [] : [`${name}[${bad}] = ${got[bad]}, expected ${want[bad]}`];
}
