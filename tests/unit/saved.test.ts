import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cells, compile, lstm, rnn } from '#engine/index.ts';
import { load, save } from '#engine/machine/saved.ts';
import { weightsFromText, weightsToText } from '#engine/machine/weights-in-address.ts';
import { compileSmall } from '../laws/random-setting.ts';

const machine = compile(rnn, { D: 1, H: 2 });
const size = machine.layout.thetaSize;
const anyWeights = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
  minLength: size,
  maxLength: size,
});

describe('save', () => {
  test('save, JSON and load keep every bit but the sign of zero', () => {
    fc.assert(
      fc.property(anyWeights, (numbers) => {
        const saved: unknown = JSON.parse(JSON.stringify(save(machine, new Float64Array(numbers))));
        // JSON writes −0 as 0
        expect(Object.values(load(machine, saved)).flat()).toEqual(
          numbers.map((value) => value + 0),
        );
      }),
      { seed: 1 },
    );
  });

  test('save names every parameter of every cell', () => {
    for (const cell of cells) {
      const small = compileSmall(cell);
      const theta = Float64Array.from({ length: small.layout.thetaSize }, (_, n) => n);
      expect(Object.values(load(small, save(small, theta))).flat()).toEqual([...theta]);
    }
  });
});

describe('load', () => {
  const saved = save(machine, new Float64Array(size));

  test('load says what does not fit', () => {
    const wrong: readonly [unknown, string][] = [
      [null, 'the file is null; expected names with values'],
      [{ ...saved, sizes: [] }, '«sizes» is []; expected names with values'],
      [{ ...saved, params: 7 }, '«params» is 7; expected names with values'],
      [{ ...saved, format: 'x' }, 'the format is «x»; expected «unrolled/1»'],
      [{ ...saved, program: 'gru' }, 'saved for «gru», but this is rnn; choose that cell first'],
      [{ ...saved, sizes: { D: 1, H: 3 } }, 'saved with H = 3, but here H = 2'],
      [
        { ...saved, params: { ...saved.params, W: [1] } },
        'rnn has no «W»; it has «W_xh», «W_hh», «b_h»',
      ],
      [{ ...saved, params: { ...saved.params, b_h: [1] } }, '«b_h» has 1 numbers; expected 2'],
      [
        { ...saved, params: { ...saved.params, b_h: [1, null] } },
        '«b_h» contains null; expected finite',
      ],
      [
        { ...saved, params: { ...saved.params, b_h: [Infinity, 1] } },
        '«b_h» contains null; expected finite',
      ],
    ];
    for (const [value, message] of wrong) expect(() => load(machine, value)).toThrow(message);
  });
});

describe('weightsToText', () => {
  test('weightsFromText gives back every bit, −0 and the smallest numbers too', () => {
    fc.assert(
      fc.property(anyWeights, (numbers) => {
        const text = weightsToText(machine, new Float64Array(numbers));
        expect(text).toMatch(/^[\w-]+$/);
        expect([...weightsFromText(machine, text)]).toEqual(numbers);
      }),
      { seed: 2 },
    );
  });

  test('begins with a mark of the program, its parameters and their lengths: FNV-1a, by hand', () => {
    let mark = 2166136261n;
    for (const character of 'rnn W_xh:2x1 W_hh:2x2 b_h:2x1')
      mark = ((mark ^ BigInt(character.charCodeAt(0))) * 16777619n) & 0xffffffffn;
    const text = weightsToText(machine, new Float64Array(size));
    expect(Buffer.from(text, 'base64url').readUInt32BE(0)).toBe(Number(mark));
  });

  test('weightsFromText says what does not fit', () => {
    const text = weightsToText(machine, new Float64Array(size));
    const other = compile(lstm, { D: 1, H: 2 });
    const same = { ...machine, program: { ...machine.program, name: 'elman' } };
    expect(() => weightsFromText(machine, text.slice(4))).toThrow('Was it cut off?');
    expect(() => weightsFromText(other, text)).toThrow('lstm: the link holds');
    expect(() => weightsFromText(same, text)).toThrow(
      'elman: the weights in the link belong to another network',
    );
    expect(() => weightsFromText(machine, `${text.slice(1)}%`)).toThrow('«%» cannot be in a link');
    const infinite = weightsToText(machine, new Float64Array(size).fill(Infinity));
    expect(() => weightsFromText(machine, infinite)).toThrow('the link contains Infinity');
  });
});
