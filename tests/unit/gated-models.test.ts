import { describe, expect, test } from 'vitest';
import {
  biasForHalfLife,
  countedUpAndDown,
  halfLifeOfBias,
  keptByGate,
  stepsUntilShare,
} from '#engine/analysis/forgetting.ts';
import { bptt, compile, join, lstm, sigmoidHead } from '#engine/index.ts';
import { sigmoid } from '#engine/math/index.ts';
import { benchMachine, benchRun, lagCurve, readCell } from '#engine/models/cell-bench.ts';
import { endlessRun, largestCell, rightShare } from '#engine/models/endless.ts';
import { gradeGates, runGates, TRIED, type GateTable } from '#engine/models/quote-gates.ts';
import { runGru } from '#engine/models/quote-pair.ts';
import { heatResult } from '#engine/models/race.ts';
import { drawStart, startChrono } from '#engine/models/start.ts';

describe('forgetting', () => {
  test('halves what a gate keeps in the half-life of its bias', () => {
    const steps = Math.round(halfLifeOfBias(6));
    // the half-life is rounded to a whole step, of which one keeps 0.25 %
    expect(Math.abs(keptByGate(6, steps) - 0.5)).toBeLessThan(0.002);
  });

  test('finds the bias of a half-life', () => {
    for (const steps of [1, 10, 1000])
      expect(halfLifeOfBias(biasForHalfLife(steps))).toBeCloseTo(steps, 6);
  });

  test('leaves 5 % of a leak of 0.1 after 29 steps, and of 0.01 after 299', () => {
    expect(stepsUntilShare(0.1, 0.05)).toBe(29);
    expect(stepsUntilShare(0.01, 0.05)).toBe(299);
  });

  test('counts to zero only without a leak', () => {
    expect(countedUpAndDown(1, 1, 30)).toBe(0);
    const up = (1 - keptByGate(0, 10)) / 0.5;
    expect(countedUpAndDown(0.5, 1, 10)).toBeCloseTo(keptByGate(0, 10) * up - up, 12);
  });
});

const everywhere = (isOpen: boolean) => ({ open: isOpen, close: isOpen, letter: isOpen });
const of1997: GateTable = {
  f: everywhere(true),
  i: { open: true, close: true, letter: false },
  o: everywhere(true),
  g: { open: 1, close: -1, letter: 0 },
};
const of2000: GateTable = { ...of1997, f: { open: false, close: false, letter: true } };

describe('gates set by hand', () => {
  test('do the work of a quote latch when marks wipe the cell', () => {
    const { tested, right, counterExample } = gradeGates(of2000, 5);
    // three kinds of characters: 3 + 9 + … + 3⁶ texts
    expect(tested).toBe((3 * (3 ** TRIED - 1)) / 2);
    expect(right).toBe(tested);
    expect(counterExample).toBeUndefined();
  });

  test('count marks when nothing is ever wiped', () => {
    const trace = runGates(of1997, 8, [1, 1, -1]);
    expect(trace.value('c', 2)[0]).toBeCloseTo(2, 2);
    expect(trace.value('c', 3)[0]).toBeCloseTo(1, 2);
    expect(gradeGates(of1997, 8).counterExample).toEqual(['close', 'open']);
  });

  test('hold longer when they are firmer', () => {
    const holds = [3, 4, 5, 6].map((firmness) => gradeGates(of2000, firmness).holds);
    expect(holds).toEqual(holds.toSorted((a, b) => a - b));
    expect(gradeGates(of2000, 8).holds).toBeGreaterThan(1000);
  });
});

describe('the slope along the cell', () => {
  test('is the product of the forget gates where nothing else can act', () => {
    const machine = compile(join(lstm, sigmoidHead), { D: 1, H: 1, K: 1 });
    const trace = machine.trace(4);
    trace.value('b_f').fill(2);
    trace.value('b_o').fill(1);
    trace.value('W_hy').fill(1);
    trace.lossWeights.fill(0);
    trace.lossWeights[4] = 1;
    for (let t = 1; t <= 4; t++) machine.step(trace, t);
    bptt(machine, trace);
    const [last = NaN] = trace.grad('c', 4);
    const [first = NaN] = trace.grad('c', 1);
    expect(first / last).toBeCloseTo(sigmoid(2) ** 3, 12);
  });
});

describe('a GRU', () => {
  const marks = [0, 1, 0, 0, -1, 0, 0] as const;

  test('says the same whether z keeps or writes', () => {
    for (const reset of ['behind', 'before'] as const)
      for (let t = 1; t <= marks.length; t++) {
        const [keeps, writes] = (['keeps', 'writes'] as const).map((update) => [
          ...runGru(reset, update, marks).value('h', t),
        ]);
        keeps?.forEach((value, i) => expect(writes?.[i]).toBeCloseTo(value, 14));
      }
  });

  test('says something else when the reset gate changes its side', () => {
    const [behind, before] = (['behind', 'before'] as const).map(
      (reset) => runGru(reset, 'keeps', marks).value('h', marks.length)[1] ?? NaN,
    );
    expect(Math.abs((behind ?? NaN) - (before ?? NaN))).toBeGreaterThan(0.001);
  });
});

describe('starts', () => {
  test('are the same for the same seed, with biases at 0 unless asked for', () => {
    const machine = compile(join(lstm, sigmoidHead), { D: 1, H: 3, K: 1 });
    const [first, second] = [machine.trace(1), machine.trace(1)];
    drawStart(machine, first, 7, { b_f: 2 });
    drawStart(machine, second, 7, { b_f: 2 });
    expect(first.theta).toEqual(second.theta);
    expect([...first.value('b_f'), ...first.value('b_i')]).toEqual([2, 2, 2, 0, 0, 0]);
    expect(() => drawStart(machine, first, 7, { b_z: 2 })).toThrow('has no parameter «b_z»');
  });

  test('spread the half-lives of forget gates up to the gap', () => {
    const machine = compile(join(lstm, sigmoidHead), { D: 1, H: 50, K: 1 });
    const trace = machine.trace(1);
    startChrono(trace, 1, 40);
    const biases = [...trace.value('b_f')];
    // log U[1, 39]
    expect(Math.min(...biases)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...biases)).toBeLessThan(3.67);
    expect([...trace.value('b_i')]).toEqual(biases.map((bias) => -bias));
  });
});

describe('the race', () => {
  test('is lost over forty letters by an LSTM born half open, and won by one born open', () => {
    for (const seed of [1, 2]) {
      expect(heatResult({ entrant: 'lstm-0', gap: 40, seed }).solvedAt).toBeUndefined();
      expect(heatResult({ entrant: 'lstm-chrono', gap: 40, seed }).solvedAt).toBeLessThan(150);
      expect(heatResult({ entrant: 'gru-2', gap: 40, seed }).solvedAt).toBeLessThan(150);
    }
  });
});

describe('the endless text', () => {
  test('breaks the cell that cannot forget, from seed 4, and none that can', () => {
    const carousel = endlessRun(1997, 4, 2000);
    expect(rightShare(carousel, 1, 20)).toBe(1);
    expect(rightShare(carousel, 1001, 2000)).toBeLessThan(0.7);
    expect(Math.abs(largestCell(carousel, 2000).value)).toBeGreaterThan(1000);
    for (const seed of [1, 2, 3, 4, 5])
      expect(rightShare(endlessRun(2000, seed, 2000), 1, 2000)).toBe(1);
  });
});

describe('the lag curve', () => {
  test('is flat for a state that is handed on untouched', () => {
    const machine = benchMachine(readCell('c[t] = c[t-1] + tanh(W_xc x[t])\nh[t] = tanh(c[t])'));
    const run = benchRun(machine, {}, 1).next();
    expect(run.done).toBe(false);
    for (const norm of lagCurve(machine, machine.trace(1).theta)) expect(norm).toBeCloseTo(1, 12);
  });

  test('is empty for a cell without state', () => {
    const machine = benchMachine(readCell('h[t] = tanh(W x[t] + b_h)'));
    expect(lagCurve(machine, machine.trace(1).theta)).toEqual([]);
  });
});
