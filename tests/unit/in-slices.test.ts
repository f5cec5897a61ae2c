import { describe, expect, test } from 'vitest';
import { inSlices } from '#components/lib/in-slices.ts';

function* count(to: number): Generator<number, string> {
  for (let n = 1; n <= to; n++) yield n / to;
  return 'done';
}

describe('inSlices', () => {
  test('inSlices returns what the work returns, and reports growing shares', async () => {
    const shares: number[] = [];
    const result = await inSlices(
      count(200),
      (share) => shares.push(share),
      new AbortController().signal,
    );
    expect(result).toBe('done');
    expect(shares).toEqual([0.3, 0.6, 0.9]);
  });

  test('inSlices stops between two slices when it is asked to', async () => {
    const control = new AbortController();
    const result = await inSlices(count(1_000_000), () => control.abort(), control.signal);
    expect(result).toBe(undefined);
  });
});
