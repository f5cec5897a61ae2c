import { describe, expect, test } from 'vitest';
import {
  compact,
  gather,
  gatherBoth,
  maskOfLength,
  spread,
  spreadBoth,
} from '#engine/models/padding.ts';

const mask = [0, 1, 0, 1, 1, 0];
const rows = [
  [1, 10],
  [2, 20],
  [3, 30],
];

describe('spread', () => {
  test('repeats the last row at steps that are skipped, and has zeros before the first', () => {
    const firsts = spread(rows, mask, 2, 'previous').map(([value]) => value);
    expect(firsts).toEqual([0, 1, 1, 2, 3, 3]);
  });

  test('is undone by compact', () => {
    expect(compact(spread(rows, mask, 2, 'zeros'), mask)).toEqual(rows);
  });

  test('of a length keeps the first steps', () => {
    expect(maskOfLength(2, 4)).toEqual([1, 1, 0, 0]);
  });
});

describe('spreadBoth', () => {
  test('repeats for the second reader what it read before, which is the next step', () => {
    expect(spreadBoth(rows, mask, 2, 'previous')).toEqual([
      [0, 10],
      [1, 10],
      [1, 20],
      [2, 20],
      [3, 30],
      [3, 0],
    ]);
  });
});

describe('gather', () => {
  // ⟨g, S r⟩ = ⟨Sᵀ g, r⟩: gather is the transpose of spread
  test.each(['zeros', 'previous'] as const)('is the transpose of spread with %s', (filling) => {
    const grads = mask.map((_, t) => [t + 1, 2 * t - 3]);
    const dot = (one: number[][], other: number[][]): number =>
      one.flat().reduce((sum, value, i) => sum + value * (other.flat()[i] ?? NaN), 0);
    expect(dot(gather(grads, mask, filling), rows)).toBe(
      dot(grads, spread(rows, mask, 2, filling)),
    );
    expect(dot(gatherBoth(grads, mask, filling), rows)).toBe(
      dot(grads, spreadBoth(rows, mask, 2, filling)),
    );
  });
});
