import { describe, expect, test } from 'vitest';
import { CELL_NAMES, EXPECTED, KERNEL_NAMES, trainedBits } from './trained-bits.ts';

describe('the weights after 500 updates', () => {
  for (const cell of CELL_NAMES)
    for (const kernel of KERNEL_NAMES)
      test(`of ${cell}, by ${kernel}, have the bits that they have everywhere`, async () => {
        expect(await trainedBits(cell, kernel)).toEqual({ kernel, hash: EXPECTED[cell] });
      });
});
