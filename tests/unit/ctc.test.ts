import { describe, expect, test } from 'vitest';
import { compile, join, play, rnn, softmaxHead } from '#engine/index.ts';
import { bestPath, bpttCtc, collapse, ctcLoss } from '#engine/learn/ctc.ts';
import { extrapolated } from '#engine/learn/gradcheck.ts';
import { exp, log, rng } from '#engine/math/index.ts';
import { randomSetting } from '../laws/random-setting.ts';

const random = rng(8).stream('logits');
const logitsOf = (T: number, K: number): number[][] =>
  Array.from({ length: T }, () => Array.from({ length: K }, () => 2 * random.normal()));

/** All K^T paths of a length. */
const paths = (T: number, K: number): number[][] =>
  T === 0
    ? [[]]
    : paths(T - 1, K).flatMap((path) => Array.from({ length: K }, (_, k) => [...path, k]));

/** The definition, path by path: the summed probability of those that spell the label. */
function byEnumeration(
  logits: readonly number[][],
  label: readonly number[],
  blank: number,
): number {
  const shares = logits.map((row) => {
    const total = row.reduce((sum, logit) => sum + exp(logit), 0);
    return row.map((logit) => exp(logit) / total);
  });
  const spelling = paths(logits.length, logits[0]?.length ?? 0).filter(
    (path) => collapse(path, blank).join() === label.join(),
  );
  const chance = (path: readonly number[]): number =>
    path.reduce((product, k, t) => product * (shares[t]?.[k] ?? NaN), 1);
  return -log(spelling.reduce((sum, path) => sum + chance(path), 0));
}

const CASES: readonly [what: string, T: number, label: number[], blank: number][] = [
  ['one symbol', 3, [1], 0],
  ['two symbols', 4, [1, 2], 0],
  ['a repeat, which needs a blank between', 5, [2, 2], 0],
  ['a repeat that just fits', 3, [1, 1], 0],
  ['a label as long as the sequence', 4, [1, 2, 1, 2], 0],
  ['nothing', 3, [], 0],
  ['one step', 1, [2], 0],
  ['another blank', 5, [0, 1, 0], 2],
];

describe('ctcLoss', () => {
  test.each(CASES)('of %s is the sum over all paths', (_, T, label, blank) => {
    const logits = logitsOf(T, 3);
    const { loss } = ctcLoss(logits, label, blank);
    // up to 243 products of five factors
    expect(loss).toBeCloseTo(byEnumeration(logits, label, blank), 12);
  });

  test.each(CASES)('of %s has the gradients that differences find', (_, T, label, blank) => {
    const logits = logitsOf(T, 3);
    const { grads } = ctcLoss(logits, label, blank);
    grads.forEach((row, t) => {
      // a shift of all logits of a step changes nothing
      expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
      row.forEach((grad, k) => {
        const slope = extrapolated((shift) => {
          const moved = logits.map((old) => [...old]);
          moved[t]![k]! += shift;
          return ctcLoss(moved, label, blank).loss;
        }, 1e-3);
        // extrapolation leaves an error of order step⁴ plus rounding of about 1e-16 / step
        expect(grad).toBeCloseTo(slope, 9);
      });
    });
  });

  test('over all labels of a length of paths, the probabilities sum to 1', () => {
    const logits = logitsOf(4, 3);
    const labels = new Map(paths(4, 3).map((path) => [collapse(path).join(), collapse(path)]));
    const total = [...labels.values()].reduce(
      (sum, label) => sum + exp(-ctcLoss(logits, label).loss),
      0,
    );
    expect(total).toBeCloseTo(1, 12);
  });

  test('stays finite where every path is very unlikely', () => {
    const logits = Array.from({ length: 200 }, () => [400, 0, -400]);
    const { loss, grads } = ctcLoss(logits, [2, 1]);
    expect(Number.isFinite(loss)).toBe(true);
    expect(grads.flat().every(Number.isFinite)).toBe(true);
    // the likeliest way writes 2 once, 1 once and blanks: 800 + 400 nats, less the choice of places
    expect(loss).toBeLessThan(1200);
    expect(loss).toBeGreaterThan(1200 - log(200 * 200));
  });

  test('of a label that does not fit says how many steps it needs', () => {
    expect(() => ctcLoss(logitsOf(3, 3), [1, 1, 2])).toThrow('needs 4 steps');
    expect(() => ctcLoss(logitsOf(3, 3), [0])).toThrow('label holds 0');
    expect(() => ctcLoss(logitsOf(3, 3), [3])).toThrow('label holds 3');
    expect(() => ctcLoss([], [])).toThrow('no steps');
  });
});

describe('bpttCtc', () => {
  test('carries the loss into every parameter of a recurrent network', () => {
    const machine = compile(join(rnn, softmaxHead), { D: 2, H: 3, K: 3 });
    const trace = play(machine, randomSetting(machine, 5, 4));
    const loss = (): number => {
      for (let t = 1; t <= 5; t++) machine.step(trace, t);
      return bpttCtc(machine, trace, 'o', [1, 2]);
    };
    loss();
    const grad = [...trace.thetaGrad];
    // the readout of y and L takes no part
    trace.theta.forEach((kept, i) => {
      const slope = extrapolated((shift) => {
        trace.theta[i] = kept + shift;
        const found = loss();
        trace.theta[i] = kept;
        return found;
      }, 1e-3);
      expect(grad[i]).toBeCloseTo(slope, 9);
    });
  });
});

describe('bestPath', () => {
  test('joins repeats and drops blanks', () => {
    const rows = [1, 1, 0, 1, 2, 2, 0].map((best) => [0, 1, 2].map((k) => Number(k === best)));
    expect(bestPath(rows)).toEqual([1, 1, 2]);
  });
});
