import { describe, expect, test } from 'vitest';
import { EquationError } from '#engine/index.ts';
import {
  benchCheck,
  benchDefaults,
  benchMachine,
  benchRun,
  benchTrace,
  EVERY,
  lagCurve,
  readCell,
  type BenchRun,
} from '#engine/models/cell-bench.ts';

const LATCH = 'h[t] = tanh(W x[t] + U h[t-1] + b)';
/** Doubles its state with every step and feeds on its square. */
const EXPLODING = 'h[t] = W x[t] + 1e8 * h[t-1] * h[t-1] + b + 1';

function result(run: Generator<number, BenchRun>): { run: BenchRun; shares: number[] } {
  const shares: number[] = [];
  for (;;) {
    const { done, value } = run.next();
    if (done === true) return { run: value, shares };
    shares.push(value);
  }
}

describe('benchRun', () => {
  // in every test anew: what is made once, while the file is read, no change of the engine reaches
  const latch = (): { run: BenchRun; shares: number[] } =>
    result(benchRun(benchMachine(readCell(LATCH)), {}, 1));

  test('trains a plain layer until it beats a lamp that is always the same', () => {
    const { losses, right } = latch().run;
    expect(losses).toHaveLength(benchDefaults.updates / EVERY);
    expect(losses.at(-1)).toBeLessThan(losses[0]! / 2);
    // marks open at 0.1 and close at 0.12, so the lamp is off in 0.12 / 0.22 of all places
    expect(right).toBeGreaterThan(0.12 / 0.22 + 0.2);
    expect(right).toBeLessThanOrEqual(1);
  });

  test('says how much is done after every update', () => {
    const { shares } = latch();
    expect(shares).toHaveLength(benchDefaults.updates);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test('reads the lag curve before and after, and how long a quotation is held', () => {
    const { run } = latch();
    expect(run.lagBefore).toEqual(lagCurve(benchMachine(readCell(LATCH)), startOf()));
    expect(run.lagAfter).toHaveLength(benchDefaults.lags + 1);
    expect(run.lagAfter[0]).toBe(1);
    expect(run.holds).toBeGreaterThan(5);
    expect(run.holds).toBeLessThanOrEqual(benchDefaults.patience);
  });

  test('is the same for the same seed, and another for another', () => {
    const { run } = latch();
    expect(latch().run).toEqual(run);
    const other = result(benchRun(benchMachine(readCell(LATCH)), {}, 2)).run;
    expect(other.losses).not.toEqual(run.losses);
  });

  test('ends where a loss is no number, and shows it', () => {
    const { run, shares } = result(benchRun(benchMachine(readCell(EXPLODING)), {}, 1));
    expect(shares.length).toBeLessThan(benchDefaults.updates);
    expect(Number.isFinite(run.losses.at(-1))).toBe(false);
    expect(run.lagAfter.some(Number.isNaN)).toBe(true);
  });
});

const startOf = (): Float64Array => {
  const machine = benchMachine(readCell(LATCH));
  return benchTrace(machine, {}, 1, [0]).theta;
};

describe('benchTrace', () => {
  test('runs the start weights over marks and letters, so that a mark is seen', () => {
    const machine = benchMachine(readCell(LATCH));
    const trace = benchTrace(machine, { b: 0.5 }, 1, [1, 0, -1]);
    expect(trace.length).toBe(3);
    expect([...trace.value('b')]).toEqual([0.5, 0.5, 0.5]);
    expect([1, 2, 3].map((t) => [...trace.value('x', t)])).toEqual([
      [1, 0],
      [0, 0],
      [0, 1],
    ]);
    expect(trace.value('h', 1)).not.toEqual(trace.value('h', 2));
  });
});

describe('benchCheck', () => {
  test('finds the derived gradient right for every parameter', () => {
    const { parameters, worst, worstName } = benchCheck(benchMachine(readCell(LATCH)), {}, 1);
    // W 3 × 2, U 3 × 3, b 3, W_hy 3, b_y 1
    expect(parameters).toBe(6 + 9 + 3 + 3 + 1);
    expect(worst).toBeGreaterThan(0);
    // extrapolated differences
    expect(worst).toBeLessThan(1e-8);
    expect(['W', 'U', 'b', 'W_hy', 'b_y']).toContain(worstName);
  });
});

describe('lagCurve', () => {
  test('is empty for a cell without memory', () => {
    const machine = benchMachine(readCell('h[t] = tanh(W x[t])'));
    expect(lagCurve(machine, new Float64Array(machine.layout.thetaSize))).toEqual([]);
  });

  test('is the power of the weight in a leaky sum', () => {
    const machine = benchMachine(readCell('h[t] = 0.5 * h[t-1] + W x[t]'));
    const curve = lagCurve(machine, new Float64Array(machine.layout.thetaSize));
    curve.forEach((norm, k) => expect(norm).toBeCloseTo(0.5 ** k, 14));
  });
});

describe('readCell', () => {
  test('asks for h, at the end of the text', () => {
    const text = 'c[t] = tanh(W x[t])\nq[t] = 2 * c[t]\n';
    expect(() => readCell(text)).toThrow(EquationError);
    expect(() => readCell(text)).toThrow(
      'your cell, line 2, column 1: found no equation for «h[t]»; expected one, because the lamp reads h; add a last line such as h[t] = tanh(c[t])',
    );
  });
});
