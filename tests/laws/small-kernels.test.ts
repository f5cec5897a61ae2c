import { describe, expect, test } from 'vitest';
import { javascript } from '#engine/kernels/javascript.ts';
import type { Storage } from '#engine/kernels/kernel.ts';
import { webAssembly } from '#engine/kernels/webassembly.ts';
import { sigmoid, tanh } from '#engine/math/index.ts';
import { byDefinition, NAMES } from './defined-products.ts';

/** Where the first frame begins, how far each is from the next, and where the matrix begins: behind all frames. */
const [START, FRAME, MATRIX] = [3, 64, 600];
/** What a product makes of a vector lies this far behind it. */
const OUT = 41;
/** Storage that WebAssembly takes, and how many of its numbers are used. */
const [SIZE, USED] = [8192, 1400];

/** No number is 0 and none is there twice: one left out, moved or read twice changes bits. */
const VALUES = Float64Array.from({ length: USED }, (_, n) => Math.sin(n + 1));
const GRADS = VALUES.toReversed();
const ONE_HOT = VALUES.slice();
for (let frame = 0; frame < 9; frame++) {
  const start = START + frame * FRAME;
  ONE_HOT.fill(0, start, start + OUT);
  ONE_HOT[start + 2 * frame] = 0.3 + frame;
}

/** Every rest that pairs, panels of four and panels of eight leave, and nothing. */
const SHAPES = [0, 1, 2, 3, 5, 8, 9, 12, 18].flatMap((rows) =>
  [0, 1, 3, 8, 9, 16, 40].map((columns) => [rows, columns] as const),
);

const bytesOf = ({ buffer, byteOffset }: Float64Array): Buffer =>
  Buffer.from(buffer, byteOffset, 8 * USED);

const haveEqualBits = (found: Storage, expected: Storage): boolean =>
  bytesOf(found.values).equals(bytesOf(expected.values)) &&
  bytesOf(found.grads).equals(bytesOf(expected.grads));

describe.each(Object.entries({ javascript, webAssembly }))(
  'small products of %s',
  (_, allocate) => {
    for (const name of NAMES)
      for (const [content, values] of Object.entries({ any: VALUES, 'one-hot': ONE_HOT }))
        test.each([0, 1, 4, 9])(
          `${name} over %i ${content} vectors has the bits of its definition`,
          (frames) => {
            const storages = [allocate(SIZE), byDefinition(SIZE)] as const;
            for (const [n, [rows, columns]] of SHAPES.entries()) {
              // every other shape goes backward in time
              const first = START + (n % 2 ? 0 : 8 * FRAME);
              for (const storage of storages) {
                storage.values.set(values);
                storage.grads.set(GRADS);
                const stride = n % 2 ? FRAME : -FRAME;
                storage.kernel[name](first + OUT, MATRIX, first, rows, columns, frames, stride);
              }
              expect(haveEqualBits(...storages), `${rows} × ${columns}`).toBe(true);
            }
          },
        );

    test('sigmoid and tanh change the rows of each frame and nothing else', () => {
      const { values, kernel } = allocate(SIZE);
      for (const [name, f] of Object.entries({ sigmoid, tanh }))
        for (const frames of [0, 1, 3])
          for (const rows of [0, 1, 2, 5]) {
            values.set(VALUES);
            kernel[name as 'sigmoid' | 'tanh'](START + OUT, START, rows, frames, FRAME);
            const expected = VALUES.slice();
            for (let first = START; first < START + frames * FRAME; first += FRAME)
              expected.set(VALUES.subarray(first, first + rows).map(f), first + OUT);
            expect(bytesOf(values).equals(bytesOf(expected)), `${rows} rows`).toBe(true);
          }
    });
  },
);
