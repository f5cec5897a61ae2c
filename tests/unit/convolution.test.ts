import { describe, expect, test } from 'vitest';
import { compile, join, linearHead, play, softmaxHead } from '#engine/index.ts';
import { causalConvolution, receptiveField, type Reach } from '#engine/models/convolution.ts';
import { playStack } from '#engine/models/stack.ts';
import { rng } from '#engine/math/index.ts';
import { testLaws } from '../laws/program-laws.ts';

const [D, H, T] = [2, 3, 12];
const random = rng(2).stream('convolution');
const numbers = (count: number): number[] =>
  Array.from({ length: count }, () => 2 * random.uniform() - 1);

const paramsOf = ({ kernel }: Reach, width = D): Record<string, number[]> => ({
  b_h: numbers(H),
  ...Object.fromEntries(Array.from({ length: kernel }, (_, k) => [`W_${k}`, numbers(H * width)])),
});

const REACHES: readonly Reach[] = [
  { kernel: 1, dilation: 1 },
  { kernel: 3, dilation: 1 },
  { kernel: 2, dilation: 4 },
  { kernel: 3, dilation: 2 },
];

describe('causalConvolution', () => {
  test.each(REACHES)('of %o is the sum over its taps', (reach) => {
    const { kernel, dilation } = reach;
    const [x, params] = [Array.from({ length: T }, () => numbers(D)), paramsOf(reach)];
    const trace = play(compile(causalConvolution(reach), { D, H }), { params, inputs: x });
    for (let t = 0; t < T; t++)
      for (let i = 0; i < H; i++) {
        let a = params['b_h']![i]!;
        for (let k = 0; k < kernel; k++)
          for (let j = 0; j < D; j++)
            a += params[`W_${k}`]![i * D + j]! * (x[t - k * dilation]?.[j] ?? 0);
        // the same sums in another order
        expect(trace.value('h', t + 1)[i]).toBeCloseTo(Math.max(0, a), 13);
      }
  });

  test.each(REACHES)(
    'of %o hears an input now and at its taps later, at no other time',
    (reach) => {
      const { kernel, dilation } = reach;
      // all positive, so that no rectifier hides a change
      const positive = (row: number[]): number[] => row.map((value) => Math.abs(value) + 0.1);
      const params = Object.fromEntries(
        Object.entries(paramsOf(reach)).map(([name, row]) => [name, positive(row)]),
      );
      const x = Array.from({ length: T }, () => positive(numbers(D)));
      const machine = compile(causalConvolution(reach), { D, H });
      const changed = x.map((row, t) => (t === 2 ? row.map((value) => value + 1) : row));
      const [before, after] = [x, changed].map((inputs) => play(machine, { params, inputs }));
      const heard = x.flatMap((_, t) =>
        before?.value('h', t + 1)[0] === after?.value('h', t + 1)[0] ? [] : [t],
      );
      expect(heard).toEqual(
        Array.from({ length: kernel }, (_, k) => 2 + k * dilation).filter((t) => t < T),
      );
    },
  );

  test('stacked with doubled dilations, reaches as far back as receptiveField says', () => {
    const reaches = [1, 2, 4].map((dilation) => ({ kernel: 2, dilation }));
    const layers = reaches.map((reach, l) => {
      const width = l === 0 ? D : H;
      const machine = compile(causalConvolution(reach), { D: width, H });
      const params = Object.fromEntries(
        Object.entries(paramsOf(reach, width)).map(([name, row]) => [
          name,
          row.map((value) => Math.abs(value) + 0.1),
        ]),
      );
      return [{ machine, params, initial: {} }] as const;
    });
    const lengthOfEcho = (): number => {
      const x = Array.from({ length: T }, () => Array<number>(D).fill(0.5));
      const changed = x.map((row, t) => (t === 0 ? row.map(() => 1) : row));
      const [one, other] = [playStack(layers, x), playStack(layers, changed)];
      return one.outputs.filter((row, t) => row[0] !== other.outputs[t]?.[0]).length;
    };
    expect(receptiveField(reaches)).toBe(8);
    expect(lengthOfEcho()).toBe(8);
  });

  test('refuses a kernel of 0', () => {
    expect(() => causalConvolution({ kernel: 0, dilation: 1 })).toThrow('kernel is 0');
  });
});

describe('a convolution, as a recurrent program', () => {
  testLaws(join(causalConvolution({ kernel: 2, dilation: 2 }), softmaxHead));
  testLaws(join(causalConvolution({ kernel: 3, dilation: 1 }), linearHead));
});
