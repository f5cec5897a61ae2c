import { describe, expect, test } from 'vitest';
import { bpttCost, rtrlCost, stepWork } from '#engine/analysis/cost.ts';
import { firstShorter } from '#engine/analysis/ellipse.ts';
import { bestWeight, keepAfter, peak } from '#engine/analysis/memory-gradient.ts';
import { compile, neuronLamp, rnn } from '#engine/index.ts';
import {
  cellsOf,
  lossesOf,
  meanLoss,
  packedWidths,
  playPadded,
} from '#engine/models/padded-batch.ts';

describe('the cost of a plain layer with 2 inputs and 3 units', () => {
  const machine = compile(rnn, { D: 2, H: 3 });
  // 3 · 2 and 3 · 3 for the products, 3 for their sum with the bias, 3 for tanh
  const forward = 6 + 9 + 3 + 3;
  // each product sends back to matrix and vector, the sum to three, tanh to one
  const backward = 2 * 6 + 2 * 9 + 3 * 3 + 3;

  test('is counted step by step', () => {
    expect(stepWork(machine)).toEqual({ forward, backward });
  });

  test('grows with the steps by bptt in memory too, by rtrl in work alone', () => {
    // x, two products, their sum, h: 2 + 3 + 3 + 3 + 3 numbers a frame; 6 + 9 + 3 parameters
    const [frame, theta] = [14, 18];
    expect([machine.layout.frameSize, machine.layout.thetaSize]).toEqual([frame, theta]);
    for (const length of [1, 7]) {
      const kept = (length + 1) * frame + 2 * frame;
      expect(bpttCost(machine, length)).toEqual({ work: length * (forward + backward), kept });
      expect(rtrlCost(machine, length)).toEqual({
        work: length * (forward + 4 * (backward + 3 * theta)),
        kept: 2 * 3 * theta + 2 * frame,
      });
    }
  });
});

describe('firstShorter', () => {
  test('is the power at which a shear that halves is beaten, and never for what grows', () => {
    const shear = (n: number): number[][] => [
      [0.5, n],
      [0, 0.5],
    ];
    expect(firstShorter(shear(0), 5)).toBe(1);
    // powers (½)ᵏ and 2 k (½)ᵏ aside: 2, 2, 1.5, 1, 0.625
    expect(firstShorter(shear(2), 9)).toBe(5);
    expect(firstShorter(shear(2), 4)).toBe(Infinity);
    expect(firstShorter([[1, 0], [0, 2]], 9)).toBe(Infinity); // prettier-ignore
  });
});

describe('what is left of a gradient', () => {
  test('is most for no weight of the thousandths but the best', () => {
    const best = bestWeight(1, 20);
    expect(best.w * 1000).toBeCloseTo(Math.round(best.w * 1000), 9);
    expect(best.gradient).toBe(keepAfter(best.w, 1, 20).gradient);
    for (const w of [0, 0.5, best.w - 0.001, best.w + 0.001, 3])
      expect(keepAfter(w, 1, 20).gradient).toBeLessThan(best.gradient);
  });

  test('is most after the letters that peak says', () => {
    const most = peak(1.2, 1, 30)!;
    for (let letters = 0; letters <= 30; letters++)
      expect(keepAfter(1.2, 1, letters).gradient).toBeLessThanOrEqual(most.gradient);
    expect(keepAfter(1.2, 1, most.letters)).toEqual(most);
  });
});

describe('a padded batch', () => {
  const machine = compile(neuronLamp);
  const params = { w: 1.5, u: 2, b: 0.1, a: 3, c: -0.2 };
  const sequences = [
    { inputs: [1, 0, 0], targets: [1, 1, 1] },
    { inputs: [-1], targets: [0] },
  ];
  const run = (isMasked: boolean): ReturnType<typeof playPadded> =>
    playPadded(machine, { params }, sequences, { input: 9, target: 1 }, isMasked);

  test('reads every sequence at the length of the longest, and knows its own cells', () => {
    const lanes = run(true);
    expect(lanes.map(({ trace }) => trace.length)).toEqual([3, 3]);
    expect(lanes.map(({ length }) => length)).toEqual([3, 1]);
    expect([1, 2, 3].map((t) => lanes[1]!.trace.value('x', t)[0])).toEqual([-1, 9, 9]);
    expect([1, 2, 3].map((t) => lanes[1]!.trace.value('d', t)[0])).toEqual([0, 1, 1]);
    expect(cellsOf(lanes)).toEqual({ filled: 6, own: 4 });
    expect(packedWidths([3, 1, 3])).toEqual([3, 2, 2]);
  });

  test('has the mean loss of its own cells when masked, of all cells when not', () => {
    const losses = run(true).map(lossesOf);
    const [long = [], short = []] = losses;
    const mean = (numbers: readonly number[]): number =>
      numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    // sums of six losses, added in two orders
    expect(meanLoss(run(true))).toBeCloseTo(mean([...long, short[0]!]), 14);
    expect(meanLoss(run(false))).toBeCloseTo(mean([...long, ...short]), 14);
  });
});
