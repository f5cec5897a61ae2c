import { beforeAll, describe, expect, test } from 'vitest';
import { bptt, compile, define, play, type Setting } from '#engine/index.ts';
import { rng } from '#engine/math/index.ts';
import { everyOp } from '#engine/program/every-op.ts';
import { bigNumbers, type Arithmetic } from '#engine/symbolic/arithmetic.ts';
import { playExact } from '#engine/symbolic/exact.ts';

/** A program that uses one operation, with a loss behind it, and how large its random weights may be. */
interface Use {
  readonly equations: string;
  readonly sizes: Readonly<Record<string, number>>;
  readonly weight: number;
  readonly bias: number;
}

const [D, ROWS] = [2, 3];
const squared = 'L[t] = squared_error(v[t], d[t])';
const whole = { x: D, v: ROWS };

/** Operations that are no function of one argument, in an equation of their own. */
const USES: Readonly<Record<string, Use>> = {
  sum: use(`v[t] = 0.5 - W x[t] + b - (U x[t])\n${squared}`, whole),
  product: use(`v[t] = -1.5 * b * (W x[t]) * b\n${squared}`, whole),
  apply: use(`v[t] = W (U x[t])\n${squared}`, { ...whole }),
  dot: use(`a[t] = W x[t] + b\nv[t] = dot(a[t], c)\n${squared}`, { x: D, a: ROWS, v: 1 }),
  concat: use(`a[t] = W x[t]\nv[t] = concat(a[t], c)\n${squared}`, { x: D, a: D, v: D + 2 }),
  transposed: use(`a[t] = W x[t] + b\nv[t] = transposed(K, a[t])\n${squared}`, { ...whole, a: 4 }),
  additive: use(`a[t] = W x[t] + b\nv[t] = additive(K, a[t], c)\n${squared}`, { ...whole, a: 4 }),
  ...Object.fromEntries(
    ['bce', 'cross_entropy', 'kl_divergence', 'squared_error'].map((loss) => [
      loss,
      use(`v[t] = W x[t] + b\nL[t] = ${loss}(v[t], d[t])`, whole),
    ]),
  ),
  // a logarithm and a quotient of numbers above 1
  log: use(`v[t] = log(W x[t] + b)\n${squared}`, whole, 0.5, 3),
  reciprocal: use(`v[t] = reciprocal(W x[t] + b)\n${squared}`, whole, 0.5, 3),
};

function use(
  equations: string,
  sizes: Readonly<Record<string, number>>,
  weight = 1,
  bias = 0,
): Use {
  return { equations, sizes: { ...sizes, d: sizes['v'] ?? ROWS }, weight, bias };
}

/** A function of one argument sees arguments from −6 to 6, on both sides of every corner. */
const useOf = (name: string): Use =>
  USES[name] ?? use(`v[t] = ${name}(W x[t] + b)\n${squared}`, whole, 3);

/** Targets are a distribution in which one class does not occur. */
function settingOf({ sizes, weight, bias, equations }: Use, seed: number) {
  const program = define({ name: 'mine', source: [], equations, sizes });
  const machine = compile(program, /W \(U|concat/.test(equations) ? { H: 2 } : {});
  const random = rng(seed).stream('numbers');
  const numbers = (count: number, size: number, from = 0): number[] =>
    Array.from({ length: count }, () => from + size * (2 * random.uniform() - 1));
  const params = [...program.quantities.values()]
    .filter(({ role }) => role === 'param')
    .map(({ name }) => [
      name,
      numbers(machine.layout.length(name), weight, name === 'b' ? bias : 0),
    ]);
  const width = machine.layout.length('d');
  const setting: Setting = {
    params: Object.fromEntries(params),
    inputs: [1, 2, 3].map(() => numbers(D, 1)),
    targets: [1, 2, 3].map((t) =>
      Array.from({ length: width }, (_, k) => (k === t % width ? 0 : 1 / Math.max(1, width - 1))),
    ),
    lossWeights: [1, 0.5, 2],
  };
  return { machine, setting };
}

let big: Arithmetic<unknown>;
beforeAll(async () => {
  big = (await bigNumbers()) as Arithmetic<unknown>;
});

describe('an operation of the table, beside the same operation in 64 digits', () => {
  test.each(everyOp.map(({ name }) => name).filter((name) => name !== 'gelu'))(
    '%s: values and gradients agree to the last digits',
    (name) => {
      for (const seed of [1, 2, 3]) {
        const { machine, setting } = settingOf(useOf(name), seed);
        const trace = play(machine, setting);
        bptt(machine, trace);
        const run = playExact(machine, setting, big);
        // some 30 roundings of numbers of size 10
        const near = (found: number, wanted: unknown, where: string): void =>
          expect(Math.abs(found - big.toNumber(wanted)), `${where}, seed ${seed}`).toBeLessThan(
            1e-13 * (1 + Math.abs(found)),
          );
        near(trace.loss(), run.loss, 'loss');
        for (const { name: quantity, timed, role } of machine.program.quantities.values())
          for (const t of timed ? [1, 2, 3] : [undefined]) {
            trace
              .value(quantity, t)
              .forEach((value, i) => near(value, run.value(quantity, t)[i], quantity));
            if (role !== 'target')
              trace
                .grad(quantity, t)
                .forEach((value, i) => near(value, run.grad(quantity, t)[i], `grad ${quantity}`));
          }
      }
    },
  );
});
