import { describe, expect, test } from 'vitest';
import { finished } from '#components/lib/in-slices.ts';
import { spectralRadius } from '#engine/math/eigenvalues.ts';
import { startOf, trainMember } from '#engine/models/population-member.ts';
import { populationUpdate, updateAll } from '#engine/models/population-update.ts';
import {
  gapOf,
  KEPT,
  networks,
  POPULATION,
  populationMachine,
  radiusOf,
  SOLVED,
  WEIGHTS,
} from '#engine/models/population.ts';
import { lanesOf } from '#engine/written/lanes.ts';

const MEMBERS = [
  { column: 0, row: 5 },
  { column: 9, row: 60 },
  { column: 31, row: 20 },
  { column: 45, row: 69 },
  { column: 59, row: 40 },
];

/** The members after so many updates, all at once. */
function together(updates: number, width: number): Float64Array {
  const kept = new Float64Array(MEMBERS.length * KEPT);
  MEMBERS.forEach((member, n) => kept.set(startOf(member), n * KEPT));
  const gaps = Float64Array.from(MEMBERS, ({ column }) => gapOf(column));
  updateAll(lanesOf(populationUpdate, width), kept, gaps, updates);
  return kept;
}

describe('updateAll', () => {
  test('trains each network as the machine trains it alone', () => {
    const kept = together(30, 2);
    MEMBERS.forEach((member, n) => {
      const theta = startOf(member);
      const losses = finished(trainMember(theta, gapOf(member.column), 30));
      const own = kept.subarray(n * KEPT, n * KEPT + KEPT);
      // the gradients of two texts are summed and clipped in another order, thirty times
      theta.forEach((weight, k) => expect(own[k]).toBeCloseTo(weight, 9));
      expect(own[WEIGHTS]).toBeCloseTo(losses.at(-1)!, 9);
    });
  });

  test('gives the same bits whatever the number of lanes', () => {
    expect(together(3, 5)).toEqual(together(3, 2));
  });
});

describe('startOf', () => {
  test('has the spectral radius of its row and biases 0', () => {
    for (const member of MEMBERS) {
      const trace = populationMachine.trace(1);
      trace.theta.set(startOf(member));
      const [a = 0, b = 0, c = 0, d = 0] = trace.value('W_hh');
      expect(
        spectralRadius([
          [a, b],
          [c, d],
        ]),
      ).toBeCloseTo(radiusOf(member.row), 12);
      expect([...trace.value('b_h'), ...trace.value('b_y')]).toEqual([0, 0, 0]);
    }
  });
});

test('a population has at least 4,096 networks, over all gaps and radii', () => {
  expect(networks).toBeGreaterThanOrEqual(4096);
  const gaps = Array.from({ length: POPULATION.columns }, (_, column) => gapOf(column));
  expect(new Set(gaps).size).toBe(20);
  expect([gaps[0], gaps.at(-1)]).toEqual([...POPULATION.gap]);
  expect([radiusOf(0), radiusOf(POPULATION.rows - 1)]).toEqual([...POPULATION.radius]);
});

test('trainMember solves a short gap from a large radius, and not a long one from a small', () => {
  const last = (column: number, row: number): number =>
    finished(trainMember(startOf({ column, row }), gapOf(column), 300)).at(-1)!;
  expect(last(3, 60)).toBeLessThan(SOLVED);
  expect(last(55, 3)).toBeGreaterThan(0.6);
});
