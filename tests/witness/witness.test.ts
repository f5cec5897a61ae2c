import { describe, expect, test } from 'vitest';
import { compile, gru, lstm, play, rnn, type Program, type Trace } from '#engine/index.ts';
import { rng } from '#engine/math/index.ts';
import { gruBackward, gruForward } from './gru.ts';
import { BLOCKS, lstmBackward, lstmForward } from './lstm.ts';
import { rnnBackward, rnnForward } from './rnn.ts';

const [D, H, T] = [2, 3, 5];
const SEEDS = [1, 2, 3];

/** Numbers in ±1.2 by name. */
class Numbers {
  private readonly seed: number;
  constructor(seed: number) {
    this.seed = seed;
  }

  matrix(name: string, rows: number, columns: number): number[][] {
    const random = rng(this.seed).stream(name);
    return Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => 1.2 * (2 * random.uniform() - 1)),
    );
  }

  vector = (name: string, length: number): number[] => this.matrix(name, 1, length)[0] ?? [];
}

/** The engine's run with a loss whose derivatives by h_1 … h_T are `direct`. */
function engineRun(
  program: Program,
  params: Record<string, number[] | number[][]>,
  initial: Record<string, number[]>,
  x: number[][],
  direct: number[][],
): Trace {
  const machine = compile(program, { D, H });
  const trace = play(machine, { params, initial, inputs: x });
  direct.forEach((row, index) => trace.grad('h', index + 1).set(row));
  for (let t = T; t >= 1; t--) machine.pullback(trace, t);
  return trace;
}

/** The engine has its own tanh and its own order of sums: a few units of the sixteenth digit, over T steps. */
function expectClose(
  found: Iterable<number>,
  wanted: readonly number[] | number[][],
  what: string,
) {
  const numbers = [...found];
  expect(numbers, what).toHaveLength(wanted.flat().length);
  wanted.flat().forEach((want, i) => {
    expect(Math.abs((numbers[i] ?? NaN) - want), `${what}[${i}]`).toBeLessThan(
      1e-13 * (1 + Math.abs(want)),
    );
  });
}

const ofX = (trace: Trace): number[] =>
  Array.from({ length: T }, (_, index) => [...trace.grad('x', index + 1)]).flat();

describe('the derived passes, beside loops by hand', () => {
  test.each(SEEDS)('rnn agrees in every value and gradient, seed %d', (seed) => {
    const numbers = new Numbers(seed);
    const weights = {
      W_xh: numbers.matrix('W_xh', H, D),
      W_hh: numbers.matrix('W_hh', H, H),
      b_h: numbers.vector('b_h', H),
    };
    const [x, direct] = [numbers.matrix('x', T, D), numbers.matrix('direct', T, H)];
    const h_0 = numbers.vector('h_0', H);
    const trace = engineRun(rnn, weights, { h: h_0 }, x, direct);
    const h = rnnForward(weights, x, h_0);
    const grad = rnnBackward(weights, x, h, direct);
    h.forEach((row, t) => expectClose(trace.value('h', t), row, `h_${t}`));
    for (const name of ['W_xh', 'W_hh', 'b_h'] as const)
      expectClose(trace.grad(name), grad[name], name);
    expectClose(ofX(trace), grad.x, 'x');
    expectClose(trace.grad('h', 0), grad.h_0, 'h_0');
  });

  test.each(SEEDS)('lstm agrees in every value and gradient, seed %d', (seed) => {
    const numbers = new Numbers(seed);
    const block = (name: string) => ({
      W_x: numbers.matrix(`W_x${name}`, H, D),
      W_h: numbers.matrix(`W_h${name}`, H, H),
      b: numbers.vector(`b_${name}`, H),
    });
    const weights = { i: block('i'), f: block('f'), g: block('g'), o: block('o') };
    const params = Object.fromEntries(
      BLOCKS.flatMap((name) => [
        [`W_x${name}`, weights[name].W_x],
        [`W_h${name}`, weights[name].W_h],
        [`b_${name}`, weights[name].b],
      ]),
    );
    const [x, direct] = [numbers.matrix('x', T, D), numbers.matrix('direct', T, H)];
    const [h_0, c_0] = [numbers.vector('h_0', H), numbers.vector('c_0', H)];
    const trace = engineRun(lstm, params, { h: h_0, c: c_0 }, x, direct);
    const steps = lstmForward(weights, x, h_0, c_0);
    const grad = lstmBackward(weights, x, h_0, c_0, steps, direct);
    steps.forEach((step, index) => {
      for (const name of ['i', 'f', 'g', 'o', 'c', 'h'] as const)
        expectClose(trace.value(name, index + 1), step[name], `${name}_${index + 1}`);
    });
    for (const name of BLOCKS) {
      expectClose(trace.grad(`W_x${name}`), grad.weights[name].W_x, `W_x${name}`);
      expectClose(trace.grad(`W_h${name}`), grad.weights[name].W_h, `W_h${name}`);
      expectClose(trace.grad(`b_${name}`), grad.weights[name].b, `b_${name}`);
    }
    expectClose(ofX(trace), grad.x, 'x');
    expectClose(trace.grad('h', 0), grad.h_0, 'h_0');
    expectClose(trace.grad('c', 0), grad.c_0, 'c_0');
  });

  test.each(SEEDS)('gru agrees in every value and gradient, seed %d', (seed) => {
    const numbers = new Numbers(seed);
    const block = (name: string) => ({
      W_x: numbers.matrix(`W_x${name}`, H, D),
      W_h: numbers.matrix(`W_h${name}`, H, H),
      b: numbers.vector(`b_${name}`, H),
    });
    const b_hn = numbers.vector('b_hn', H);
    const weights = { r: block('r'), z: block('z'), n: block('n'), b_hn };
    const names = ['r', 'z', 'n'] as const;
    const params: Record<string, number[] | number[][]> = { b_hn };
    for (const name of names) {
      params[`W_x${name}`] = weights[name].W_x;
      params[`W_h${name}`] = weights[name].W_h;
      params[`b_${name}`] = weights[name].b;
    }
    const [x, direct] = [numbers.matrix('x', T, D), numbers.matrix('direct', T, H)];
    const h_0 = numbers.vector('h_0', H);
    const trace = engineRun(gru, params, { h: h_0 }, x, direct);
    const steps = gruForward(weights, x, h_0);
    const grad = gruBackward(weights, x, h_0, steps, direct);
    steps.forEach((step, index) => {
      for (const name of ['r', 'z', 'q', 'n', 'h'] as const)
        expectClose(trace.value(name, index + 1), step[name], `${name}_${index + 1}`);
    });
    for (const name of names) {
      expectClose(trace.grad(`W_x${name}`), grad.weights[name].W_x, `W_x${name}`);
      expectClose(trace.grad(`W_h${name}`), grad.weights[name].W_h, `W_h${name}`);
      expectClose(trace.grad(`b_${name}`), grad.weights[name].b, `b_${name}`);
    }
    expectClose(trace.grad('b_hn'), grad.weights.b_hn, 'b_hn');
    expectClose(ofX(trace), grad.x, 'x');
    expectClose(trace.grad('h', 0), grad.h_0, 'h_0');
  });
});
