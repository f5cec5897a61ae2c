import { describe, expect, test } from 'vitest';
import { defaults } from '#components/lib/settings.ts';
import { isWrong, readText } from '#components/views/lamp.ts';
import { learn } from '#components/views/updates.ts';
import { MOST, updateSettings } from '#components/widgets/update-settings.ts';

const { text, rate, w, u, b, a, c } = defaults(updateSettings);
const start = { w, u, b, a, c };

describe('learning the lamp', () => {
  const way = learn(start, text, rate, MOST);

  test('goes down at every update', () => {
    way.slice(1).forEach(({ loss }, n) => expect(loss).toBeLessThan(way[n]?.loss ?? NaN));
  });

  test('moves each weight against its gradient, and by the learning rate', () => {
    way.slice(1).forEach(({ weights }, n) => {
      const before = way[n];
      for (const name of ['w', 'u', 'b', 'a', 'c'] as const)
        expect(weights[name]).toBe(
          (before?.weights[name] ?? NaN) - rate * (before?.gradient[name] ?? NaN),
        );
    });
  });

  test('finds a latch by itself: wrong lamps and one resting state at first, neither at the end', () => {
    const wrong = (n: number): number =>
      readText(way[n]?.weights ?? start, text).filter(isWrong).length;
    expect([wrong(0) > 0, way[0]?.restingStates]).toEqual([true, 1]);
    expect([wrong(MOST), way[MOST]?.restingStates]).toEqual([0, 2]);
    expect(way[MOST]?.weights.w).toBeGreaterThan(1.5);
  });
});
