import { bptt, compile, join, linearHead, play, rnnLinear, type Setting } from '#engine/index.ts';
import { fractions } from '#engine/symbolic/arithmetic.ts';
import { playExact } from '#engine/symbolic/exact.ts';
import { matrix, scalar, vector, type Computed, type Leaf, type OracleCase } from './schema.ts';

const arithmetic = await fractions();

/** Where the engine calls parameters otherwise. */
const PARAMS = { W: 'W_hh', U: 'W_xh', V: 'W_hy' } as const;

/** A network without nonlinearity, in fractions; the float64 run of it has to be close. */
export function runLinear({ config = {}, inputs, params = {}, loss }: OracleCase): Computed {
  const [D, H, K] = [scalar(config['I']), scalar(config['H']), scalar(config['O'])];
  const machine = compile(join(rnnLinear, linearHead), { D, H, K });
  const setting: Setting = {
    params: {
      ...Object.fromEntries(
        Object.entries(PARAMS).map(([name, own]) => [own, matrix(params[name])]),
      ),
      b_h: Array<number>(H).fill(0),
      b_y: Array<number>(K).fill(0),
    },
    initial: { h: vector(inputs['h0']) },
    inputs: matrix(inputs['x']),
    targets: matrix(loss?.targets),
  };
  const trace = play(machine, setting);
  bptt(machine, trace);
  const exact = playExact(machine, setting, arithmetic);
  if (!(Math.abs(arithmetic.toNumber(exact.loss) - trace.loss()) <= 1e-9 * (1 + trace.loss())))
    throw new Error('the float64 loss is not near the exact one');
  const numbers = (parts: Parameters<typeof arithmetic.toNumber>[0][]): number[] =>
    parts.map(arithmetic.toNumber);
  const steps = matrix(inputs['x']).map((_, index) => index + 1);
  return new Map<string, Leaf>([
    ['outputs.h', steps.map((t) => numbers(exact.value('h', t)))],
    ['outputs.y', steps.map((t) => numbers(exact.value('y', t)))],
    ['outputs.dhT_dh0', power(matrix(params['W']), trace.length)],
    ['loss.value', arithmetic.toNumber(exact.loss)],
    ['grads.h0', numbers(exact.grad('h', 0))],
    ...Object.entries(PARAMS).map(([name, own]): [string, Leaf] => [
      `grads.params.${name}`,
      numbers(exact.grad(own)),
    ]),
  ]);
}

/** W times itself, without rounding: what T steps make of a change of the first state. */
function power(W: readonly (readonly number[])[], times: number): number[][] {
  const { of, add, multiply, toNumber } = arithmetic;
  const exact = W.map((row) => row.map(of));
  let result = W.map((_, i) => W.map((__, j) => of(Number(i === j))));
  for (let n = 0; n < times; n++)
    result = result.map((row) =>
      W.map((_, j) =>
        row.reduce((sum, value, k) => add(sum, multiply(value, exact[k]?.[j] ?? of(0))), of(0)),
      ),
    );
  return result.map((row) => row.map(toNumber));
}
