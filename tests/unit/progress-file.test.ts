import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DeviceKey } from '#components/lib/device-keys.ts';
import { keep, keysKept, recall } from '#components/lib/device-store.ts';
import { addProgress, progressFile } from '#src/lib/progress-file.ts';
import { forgetReader, keepProgress, readingProgress } from '#src/lib/reading-progress.ts';

const everything = (): (string | null)[][] =>
  keysKept()
    .toSorted()
    .map((key) => [key, recall(key as DeviceKey)]);

beforeEach(() => {
  forgetReader();
  keep('preferences.v1', null);
});

describe('a file of progress', () => {
  test('brings everything to an empty device, but for what the reader prefers', () => {
    keepProgress({ recurrence: { read: ['layer'], of: 8 } });
    keep('exercise:hand-step', '-0.06');
    keep('predict:p-window', '2');
    const before = everything();
    keep('preferences.v1', 'dark');
    const file = progressFile();
    expect(file).not.toContain('dark');
    forgetReader();
    keep('preferences.v1', null);
    expect(addProgress(file)).toEqual({ added: 3 });
    expect(everything()).toEqual(before);
    expect(addProgress(file)).toEqual({ added: 0 });
  });

  test('loses nothing of what is here: sections are joined, answers stay', () => {
    keepProgress({ recurrence: { read: ['layer'], of: 8 }, bptt: { read: ['x'], of: 2 } });
    keep('exercise:hand-step', 'there');
    const file = progressFile();
    forgetReader();
    keepProgress({ recurrence: { read: ['ledger'], of: 8 } });
    keep('exercise:hand-step', 'here');
    expect(addProgress(file)).toEqual({ added: 2 });
    expect(recall('exercise:hand-step')).toBe('here');
    expect(readingProgress()['recurrence']?.read).toEqual(['ledger', 'layer']);
    expect(readingProgress()['bptt']?.read).toEqual(['x']);
  });

  test.each([
    ['', 'not JSON'],
    ['{"book":"unrolled","version":1,"kept":{"exercise:a":"1"', 'not JSON'],
    ['{"book":"rolled","version":1,"kept":{}}', 'not a file of progress'],
    ['{"book":"unrolled","version":2,"kept":{}}', 'another version'],
    ['{"book":"unrolled","version":1}', 'holds no progress'],
    ['{"book":"unrolled","version":1,"kept":{"theme":"dark"}}', 'what no book has kept'],
    ['{"book":"unrolled","version":1,"kept":{"exercise:a":"1","exercise:b":7}}', 'what no book'],
    ['null', 'not a file of progress'],
    [' '.repeat(1_000_001), 'too large'],
  ])('that is damaged (%.40s) says so and changes nothing', (text, words) => {
    keep('exercise:hand-step', 'here');
    const before = everything();
    expect(addProgress(text)).toMatchObject({ problem: expect.stringContaining(words) as string });
    expect(everything()).toEqual(before);
  });

  test('never throws, and never takes away, whatever it holds', () => {
    keep('exercise:hand-step', 'here');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        addProgress(text);
        expect(recall('exercise:hand-step')).toBe('here');
      }),
    );
  });
});
