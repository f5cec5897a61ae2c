import { describe, expect, test } from 'vitest';
import { javascript } from '#engine/kernels/javascript.ts';
import type { Storage } from '#engine/kernels/kernel.ts';
import { webAssembly } from '#engine/kernels/webassembly.ts';
import { byDefinition } from './defined-products.ts';

/** Storage that WebAssembly takes. */
const SIZE = 8192;
/** What a product makes of a vector, the next vector, and the matrix. */
const [OUT, FRAME, MATRIX] = [41, 64, 400];

describe('what is nearly all zeros', () => {
  /** The columns whose numbers reach the result: in the others of the matrix, NaN would. */
  const read = (allocate: typeof javascript, columns: number, ones: readonly number[]): number[] =>
    Array.from({ length: columns }, (_, column) => column).filter((column) => {
      const { values, kernel } = allocate(SIZE);
      for (const one of ones) values[one] = 1;
      for (let i = 0; i < 9; i++) values[MATRIX + i * columns + column] = NaN;
      kernel.product(FRAME, MATRIX, 0, 9, columns, 1, 0);
      return Number.isNaN(values[FRAME]) && Number.isNaN(values[FRAME + 8]);
    });

  test.each(Object.entries({ javascript, webAssembly }))(
    'lets %s read the columns of what is not 0, up to one number in eight, and else all',
    (_, allocate) => {
      expect(read(allocate, 16, [])).toEqual([]);
      expect(read(allocate, 16, [3])).toEqual([3]);
      expect(read(allocate, 16, [0, 15])).toEqual([0, 15]);
      // more than one number in eight: all columns are read
      expect(read(allocate, 16, [0, 7, 15])).toHaveLength(16);
      expect(read(allocate, 15, [0, 14])).toHaveLength(15);
      expect(read(allocate, 7, [])).toEqual([]);
      expect(read(allocate, 7, [6])).toHaveLength(7);
    },
  );

  test.each(Object.entries({ javascript, webAssembly }))(
    'adds nothing to those columns of a gradient in %s, unless one of the frames is full',
    (_, allocate) => {
      const changed = (...vectors: number[][]): number[] => {
        const { values, grads, kernel } = allocate(SIZE);
        for (const [n, ones] of vectors.entries())
          for (const one of ones) values[n * FRAME + one] = 2;
        for (const n of vectors.keys()) grads.fill(NaN, n * FRAME + OUT, n * FRAME + OUT + 9);
        // what lies around the vectors does not count
        values.fill(1, 16, OUT);
        values.fill(1, FRAME + 16, 2 * FRAME);
        kernel.outer(OUT, MATRIX, 0, 9, 16, vectors.length, FRAME);
        return [...grads.subarray(MATRIX, MATRIX + 16).keys()].filter((j) =>
          Number.isNaN(grads[MATRIX + 8 * 16 + j]),
        );
      };
      expect(changed([])).toEqual([]);
      expect(changed([5], [0, 15])).toEqual([0, 5, 15]);
      expect(changed([5], [0, 1, 15])).toHaveLength(16);
      expect(changed([0, 1, 15], [5])).toHaveLength(16);
    },
  );
});

describe('webAssembly(size)', () => {
  /** Which exports a call of a product asks, in turn: what is left to JavaScript asks none. */
  function asked(ask: (storage: Storage) => void): string {
    const { WebAssembly: real } = globalThis;
    let letters = '';
    function Instance(...given: ConstructorParameters<typeof real.Instance>): object {
      const exports = Object.entries(new real.Instance(...given).exports).map(([letter, f]) => [
        letter,
        (...places: number[]) => {
          letters += letter;
          (f as (...places: number[]) => void)(...places);
        },
      ]);
      return { exports: Object.fromEntries(exports) as object };
    }
    globalThis.WebAssembly = {
      ...real,
      Module: real.Module,
      Memory: real.Memory,
      Instance,
    } as never;
    try {
      const storage = webAssembly(SIZE);
      storage.values.fill(1);
      ask(storage);
    } finally {
      globalThis.WebAssembly = real;
    }
    return letters;
  }

  test.each([
    ['product', 'qp'],
    ['transposed', 'ttttt'],
    ['outer', 'o'],
  ] as const)(
    '%s leaves matrices with fewer than eight rows or columns to JavaScript',
    (name, by) => {
      const askedFor = (rows: number, columns: number): string =>
        asked(({ kernel }) => kernel[name](OUT, MATRIX, 0, rows, columns, 5, FRAME));
      expect(askedFor(8, 8)).toBe(by);
      expect(askedFor(9, 11)).toBe(by);
      expect(askedFor(7, 8)).toBe('');
      expect(askedFor(8, 7)).toBe('');
    },
  );

  test('sigmoid and tanh leave a single number to JavaScript', () => {
    expect(asked(({ kernel }) => kernel.sigmoid(OUT, 0, 1, 2, FRAME))).toBe('');
    expect(asked(({ kernel }) => kernel.tanh(OUT, 0, 3, 2, FRAME))).toBe('hh');
  });

  test('takes its kernel from 8192 numbers on', () => {
    expect(webAssembly(8191).kernel.name).toBe('javascript');
    expect(webAssembly(8192).kernel.name).toBe('webassembly');
  });

  test('takes JavaScript where no memory is left', () => {
    const { Memory } = WebAssembly;
    (WebAssembly as { Memory: unknown }).Memory = function (): never {
      throw new RangeError('could not allocate memory');
    };
    try {
      expect(webAssembly(SIZE).kernel.name).toBe('javascript');
    } finally {
      WebAssembly.Memory = Memory;
    }
  });

  test('transposed adds whole sums where a row is longer than its scratch, in any rest', () => {
    for (const columns of [511, 512, 513, 1024, 1025]) {
      const storages = [webAssembly, byDefinition].map((allocate) => {
        const storage = allocate(20_000);
        const { values, grads, kernel } = storage;
        for (let n = 0; n < values.length; n++) values[n] = (n % 97) / 31 - 1.1;
        for (let n = 0; n < grads.length; n++) grads[n] = (n % 89) / 17 - 2.3;
        kernel.transposed(2000, 3000, 5, 9, columns, 1, 0);
        return storage;
      });
      const [found, expected] = storages.map(({ grads }) => grads.subarray(0, 3000));
      expect(found).toEqual(expected);
    }
  });
});
