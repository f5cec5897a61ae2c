import { describe, expect, test } from 'vitest';
import { readContent } from '#src/lib/content-files.ts';
import { readMdx } from '#src/lib/mdx-source.ts';
import { lampBackward, lampForward, type LampRun, type LampWeights } from '../witness/lamp.ts';

const weights: LampWeights = { w: 2, u: 3, b: 0, a: 4, c: 0 };
type Backward = (
  weights: LampWeights,
  x: number[],
  d: number[],
  h: number[],
  y: number[],
) => Record<string, number>;

/** a“b”c, or its first letter alone. */
function runOf(length: number): LampRun {
  const x = [NaN, 0, 1, 0, -1, 0].slice(0, length + 1);
  const d = [NaN, 0, 1, 1, 0, 0].slice(0, length + 1);
  return { x, d, ...lampForward(weights, x, -1) };
}

/** The function of an exercise, with the line that is to be found replaced. */
function functionOf(id: string, repair?: (line: string) => string): Backward {
  const { frontMatter } = readMdx(readContent(`chapters/03-bptt/exercises/${id}.mdx`), `${id}.mdx`);
  const { listing, answer } = frontMatter as { listing: string; answer: { line: number } };
  const lines = listing.split('\n');
  if (repair !== undefined) lines[answer.line - 1] = repair(lines[answer.line - 1] ?? '');
  // the listing is that of a reader's program: it is run as it stands
  return new Function(`${lines.join('\n')}\nreturn backward;`)() as Backward;
}

const call = (backward: Backward, { x, d, h, y }: LampRun): Record<string, number> => ({
  ...backward(weights, x, d, h, y),
});
const right = (run: LampRun): Record<string, number> => lampBackward(weights, run);

describe('the program that is right for one character', () => {
  const backward = functionOf('deaf-to-the-future');
  test('is right for one character, and then for the readout alone', () => {
    expect(call(backward, runOf(1))).toEqual(right(runOf(1)));
    const [found, wanted] = [call(backward, runOf(5)), right(runOf(5))];
    expect([found['a'], found['c']]).toEqual([wanted['a'], wanted['c']]);
    for (const name of ['w', 'u', 'b'])
      expect(found[name], name).not.toBeCloseTo(wanted[name] ?? NaN, 4);
  });

  test('is right without the line, set before the loop', () => {
    const whole = functionOf('deaf-to-the-future', () => '').toString();
    const repaired = whole.replace('for (', 'let later = 0;\n  for (');
    const made = new Function(`${repaired}\nreturn backward;`)() as Backward;
    expect(call(made, runOf(5))).toEqual(right(runOf(5)));
  });
});

describe('the program that finds one debt of five', () => {
  test('is wrong in w alone, where it finds the first column of the ledger', () => {
    const [found, wanted] = [call(functionOf('last-writer-wins'), runOf(5)), right(runOf(5))];
    expect(found['w']).toBeCloseTo(0.0025865, 7);
    expect({ ...found, w: wanted['w'] }).toEqual(wanted);
  });

  test('is right when the line adds', () => {
    const backward = functionOf('last-writer-wins', (line) => line.replace(' = ', ' += '));
    expect(call(backward, runOf(5))).toEqual(right(runOf(5)));
  });
});
