import { describe, expect, test } from 'vitest';
import { sigmoid } from '#engine/math/index.ts';
import { lanesOf } from '#engine/written/lanes.ts';
import { reads, type Register } from '#engine/written/routine.ts';
import { routineText } from '#engine/written/text.ts';
import { Writer } from '#engine/written/writer.ts';

/** A writer with a given x, and the text of what is made of it. */
function written(make: (writer: Writer, x: Register) => readonly Register[]): {
  readonly body: string;
  readonly results: readonly string[];
  readonly functions: readonly string[];
} {
  const writer = new Writer();
  return routineText(writer.routine(make(writer, writer.argument('x'))));
}

describe('Writer', () => {
  test('writes nothing for what is constant, and does it at once', () => {
    const { body, results } = written((writer) => {
      const [two, three] = [writer.constant(2), writer.constant(3)];
      const slope = writer.slope('sigmoid', writer.constant(0.5), writer.constant(0));
      const value = writer.value('sigmoid', two);
      return [
        writer.add(two, three),
        writer.subtract(two, three),
        writer.multiply(two, three),
        value,
        slope,
      ];
    });
    expect(body).toBe('');
    expect(results).toEqual(['5.0', '(-1.0)', '6.0', String(sigmoid(2)), '0.25']);
  });

  test('writes nothing for adding 0, and for multiplying by 1 or 0, on either side', () => {
    const { body, results } = written((writer, x) => {
      const [none, one] = [writer.constant(0), writer.constant(1)];
      return [
        writer.add(none, x),
        writer.add(x, none),
        writer.subtract(x, none),
        writer.multiply(one, x),
        writer.multiply(x, one),
        writer.multiply(none, x),
        writer.multiply(x, none),
      ];
    });
    expect(body).toBe('');
    expect(results).toEqual(['x', 'x', 'x', 'x', 'x', '0.0', '0.0']);
  });

  test('writes what is not: 0 − x, x + 1, 1 + x, x · 2 and a slope of which half is known', () => {
    const { body, functions } = written((writer, x) => {
      const [none, one] = [writer.constant(0), writer.constant(1)];
      return [
        writer.subtract(none, x),
        writer.subtract(one, x),
        writer.add(x, one),
        writer.add(one, x),
        writer.multiply(x, writer.constant(2)),
        writer.multiply(writer.constant(2), x),
        writer.slope('tanh', x, one),
        writer.slope('tanh', one, x),
        writer.value('tanh', x),
      ];
    });
    expect(body.split('\n').map((line) => line.replace(/^const v\d+ = /, ''))).toEqual([
      '0.0 - x;',
      '1.0 - x;',
      'x + 1.0;',
      '1.0 + x;',
      'x * 2.0;',
      '2.0 * x;',
      'slope_tanh(x, 1.0);',
      'slope_tanh(1.0, x);',
      'value_tanh(x);',
    ]);
    expect(functions).toEqual(['slope_tanh', 'value_tanh']);
  });

  test('keeps each constant once, and a number with a point or a power as it is', () => {
    const writer = new Writer();
    expect(writer.constant(0.5)).toBe(writer.constant(0.5));
    const { results } = written((each) =>
      [0.5, 1e-7, -2.5, 3].map((value) => each.constant(value)),
    );
    expect(results).toEqual(['0.5', '1e-7', '(-2.5)', '3.0']);
  });
});

describe('a loop', () => {
  test('moves all numbers at once: what another takes over is kept first', () => {
    const { body } = written((writer, x) =>
      writer.repeat({ argument: 'T', less: 1 }, [x, writer.constant(1)], ([a, b]) => [
        b!,
        writer.add(a!, b!),
      ]),
    );
    expect(body.split('\n')).toEqual([
      'let v2 = x;',
      'let v3 = 1.0;',
      'for (let t2 = 0; t2 < T - 1; t2++) {',
      '  const v4 = v2 + v3;',
      '  const m2 = v3;',
      '  v2 = m2;',
      '  v3 = v4;',
      '}',
    ]);
  });

  test('runs an argument less so many times, in every lane', () => {
    const writer = new Writer();
    const [x, one] = [writer.argument('x'), writer.constant(1)];
    const ends = writer.repeat({ argument: 'T', less: 1 }, [x, one], ([a, b]) => [
      b!,
      writer.add(a!, b!),
    ]);
    const lanes = lanesOf(writer.routine(ends), 2);
    expect(lanes.width).toBe(2);
    const args = { x: Float64Array.of(1, 10) };
    // 1, 1, 2, 3, 5 and 10, 1, 11, 12, 23
    expect(lanes.run({ ...args, T: 4 }).map((result) => [...result])).toEqual([
      [3, 12],
      [5, 23],
    ]);
    expect(lanes.run({ ...args, T: 1 }).map((result) => [...result])).toEqual([
      [1, 10],
      [1, 1],
    ]);
    expect(() => lanes.run({ T: 4 })).toThrow('argument «x» is missing');
  });

  test('stays without what it carries in vain, and goes where nothing of it is needed', () => {
    const of = (pick: (ends: readonly Register[], x: Register) => Register): string =>
      written((writer, x) => {
        const ends = writer.repeat({ argument: 'T', less: 0 }, [x, x, x], ([a, b, c]) => [
          writer.add(a!, b!),
          writer.value('tanh', b!),
          writer.multiply(c!, c!),
        ]);
        return [pick(ends, x)];
      }).body;
    // the first needs the second, the second only itself
    expect(of(([first]) => first!)).toMatch(/\+/);
    expect(of(([first]) => first!)).toMatch(/tanh/);
    expect(of(([first]) => first!)).not.toMatch(/\*/);
    expect(of(([, second]) => second!)).toMatch(/tanh/);
    expect(of(([, second]) => second!)).not.toMatch(/[*]|[^+]\+[^+]/);
    expect(of((_, x) => x)).toBe('');
  });

  test('reads where its numbers begin, how they go on, and what its lines read', () => {
    const lines = [{ kind: 'add', out: 5, a: 3, b: 4 }] as const;
    const times = { argument: 'T', less: 0 };
    expect(reads({ kind: 'repeat', times, carried: [3], start: [1], next: [5], lines })).toEqual([
      1, 5, 3, 4,
    ]);
    expect(reads({ kind: 'constant', out: 1, value: 2 })).toEqual([]);
    expect(reads({ kind: 'slope', out: 1, op: 'tanh', y: 2, x: 3 })).toEqual([2, 3]);
  });
});
