import { play, type Machine, type Program, type Trace } from '#engine/index.ts';
import {
  attention,
  combinationText,
  hasProjectedKeys,
  type Score,
} from '#engine/models/attention.ts';
import { bptt } from '#engine/learn/bptt.ts';
import { fitted } from '#engine/models/fitted.ts';
import { projectKeys, pullbackKeys } from '#engine/models/key-projection.ts';
import { extended } from '#engine/program/extend.ts';
import { flat, list, matrix, vector, type Computed, type Leaf, type OracleCase } from './schema.ts';
import { readScore, writeScore } from './score-params.ts';

/** One query over the keys that count, and what it gave. */
interface Look {
  readonly trace: Trace;
  readonly keys: Trace | undefined;
  /** Scores of all keys, also of those that do not count. */
  readonly scores: number[];
  readonly keyGrads: number[][];
  readonly valueGrads: number[][];
}

/** Runs a case of attention without recurrence, example by example. */
export function runAttention(oracle: OracleCase): Computed {
  const score = oracle.config?.['score'] as Score;
  const looks = list(oracle.inputs['query']).map((_, b) => lookOf(oracle, score, b));
  const count = list(list(oracle.inputs['keys'])[0]).length;
  const padded = (name: string, isGrad = false): number[][] =>
    looks.map(({ trace }) => {
      const row = isGrad ? trace.grad(name, 1) : trace.value(name, 1);
      return Array.from({ length: count }, (_, s) => row[s] ?? 0);
    });
  const perLook = (name: string): number[][] => looks.map(({ trace }) => [...trace.value(name, 1)]);
  const total = (read: (look: Look) => ArrayLike<number>): number[] => {
    const [first = [], ...others] = looks.map((look) => Array.from(read(look)));
    return first.map((value, i) => others.reduce((sum, row) => sum + (row[i] ?? NaN), value));
  };
  const isCombined = oracle.config?.['combine'] === true;
  const params = writeScore(
    score,
    querySize(oracle),
    (name) => total(({ trace }) => trace.grad(name)),
    (name) => total(({ keys }) => keys?.grad(name) ?? []),
  );
  const fill = (rows: readonly number[][]): number[][] =>
    Array.from({ length: count }, (_, s) => rows[s] ?? rows[0]?.map(() => 0) ?? []);
  return new Map<string, Leaf>([
    ['outputs.scores', looks.map(({ scores }) => scores)],
    ['outputs.weights', padded('a')],
    ['outputs.context', perLook('v')],
    ...(isCombined ? ([['outputs.attentional_vector', perLook('s')]] as [string, Leaf][]) : []),
    ['loss.value', looks.reduce((sum, { trace }) => sum + trace.loss(), 0)],
    ['grads.query', looks.map(({ trace }) => [...trace.grad('q', 1)])],
    ['grads.keys', looks.map(({ keyGrads }) => fill(keyGrads))],
    ['grads.values', looks.map(({ valueGrads }) => fill(valueGrads))],
    ['grads.scores', padded('e', true)],
    ...Object.entries(params).map(([name, grad]): [string, Leaf] => [`grads.params.${name}`, grad]),
    ...(isCombined
      ? ([['grads.params.W_c', total(({ trace }) => trace.grad('W_js'))]] as [string, Leaf][])
      : []),
  ]);
}

const querySize = ({ inputs }: OracleCase): number => vector(list(inputs['query'])[0]).length;

function programOf({ config }: OracleCase, score: Score, keySize: number): Program {
  const isCombined = config?.['combine'] === true;
  const [answer, size] = isCombined ? ['s', 'Z'] : ['v', 'V'];
  const loss = `L[t] = squared_error(${answer}[t], d[t])`;
  return extended(attention(score, keySize), {
    name: `${score}-case`,
    after: isCombined ? `${combinationText('q[t]')}\n${loss}` : loss,
    sizes: isCombined ? { j: 'J', s: 'Z', d: size } : { d: size },
  });
}

function lookOf(oracle: OracleCase, score: Score, b: number): Look {
  const { inputs, params } = oracle;
  const all = matrix(list(inputs['keys'])[b]);
  const count = inputs['lengths'] === undefined ? all.length : vector(inputs['lengths'])[b];
  const given = all.slice(0, count);
  const values = inputs['values'] === undefined ? undefined : matrix(list(inputs['values'])[b]);
  const program = programOf(oracle, score, all[0]?.length ?? 0);
  const stored = readScore(score, querySize(oracle), (name) => params?.[name]);
  const whole = runLook(oracle, program, b, all, values ?? all, stored);
  const { trace, keys, machine } = runLook(
    oracle,
    program,
    b,
    given,
    (values ?? all).slice(0, count),
    stored,
  );
  bptt(machine, trace);
  const width = trace.layout.columns('K');
  let keyGrads = rows(trace.grad('K'), width);
  if (keys !== undefined) keyGrads = pullbackKeys(keys, keyGrads);
  const valueGrads = rows(trace.grad('V'), trace.layout.columns('V'));
  if (values === undefined)
    keyGrads = keyGrads.map((row, s) => row.map((value, i) => value + (valueGrads[s]?.[i] ?? NaN)));
  return { trace, keys, scores: [...whole.trace.value('e', 1)], keyGrads, valueGrads };
}

function runLook(
  { inputs, params, loss }: OracleCase,
  program: Program,
  b: number,
  keyRows: readonly number[][],
  values: readonly number[][],
  stored: ReturnType<typeof readScore>,
): { readonly machine: Machine; readonly trace: Trace; readonly keys: Trace | undefined } {
  const score = program.name.replace('-case', '') as Score;
  const query = vector(list(inputs['query'])[b]);
  const [A, V] = [keyRows[0]?.length ?? 0, values[0]?.length ?? 0];
  const P = stored.own['w_e']?.length ?? A;
  const keys = hasProjectedKeys(score)
    ? projectKeys(keyRows, P, stored.keys['W_kp'] ?? [])
    : undefined;
  const Z = params?.['W_c'] === undefined ? 0 : list(params['W_c']).length;
  const sizes = { Q: query.length, S: keyRows.length, V, P, Z, J: V + query.length };
  const machine = fitted(program, sizes);
  const K =
    keys === undefined ? keyRows.flat() : keyRows.flatMap((_, s) => [...keys.value('p', s + 1)]);
  const combination = Z === 0 ? {} : { W_js: flat(list(params?.['W_c'])) };
  const trace = play(machine, {
    params: { ...stored.own, ...combination, K, V: values.flat() },
    inputs: { q: [query] },
    targets: [vector(list(loss?.targets)[b])],
  });
  return { machine, trace, keys };
}

const rows = (numbers: Float64Array, width: number): number[][] =>
  Array.from({ length: numbers.length / width }, (_, s) => [
    ...numbers.slice(s * width, (s + 1) * width),
  ]);
