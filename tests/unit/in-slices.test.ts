import { afterEach, describe, expect, test, vi } from 'vitest';
import { inSlices } from '#components/lib/in-slices.ts';

/** Work in equal pieces, each of which takes so many milliseconds of a clock that only work moves. */
function* count(to: number, milliseconds: number): Generator<number, string> {
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => time);
  for (let n = 1; n <= to; n++) {
    time += milliseconds;
    yield n / to;
  }
  return 'done';
}

describe('inSlices', () => {
  afterEach(() => vi.restoreAllMocks());

  test('inSlices returns what the work returns, and reports growing shares', async () => {
    const shares: number[] = [];
    const result = await inSlices(
      count(10, 4),
      (share) => shares.push(share),
      new AbortController().signal,
    );
    expect(result).toBe('done');
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(new Set(shares).size).toBe(shares.length);
  });

  test.each([0.5, 4, 12, 90])(
    'no slice goes on after its time is over: pieces of %d milliseconds',
    async (milliseconds) => {
      const shares: number[] = [0];
      await inSlices(
        count(100, milliseconds),
        (share) => shares.push(share),
        new AbortController().signal,
      );
      const pieces = shares.slice(1).map((share, n) => Math.round(100 * (share - shares[n]!)));
      // the first slice of the work begins before its clock stands at 0
      for (const count of pieces.slice(1)) expect((count - 1) * milliseconds).toBeLessThan(12);
    },
  );

  test('inSlices ends although the clock stands still', async () => {
    const result = await inSlices(count(1000, 0), () => undefined, new AbortController().signal);
    expect(result).toBe('done');
  });

  test('inSlices stops between two slices when it is asked to', async () => {
    const control = new AbortController();
    const result = await inSlices(count(1_000_000, 1), () => control.abort(), control.signal);
    expect(result).toBe(undefined);
  });
});
