import { describe } from 'vitest';
import { everyProgram } from './every-program.ts';
import { testLaws } from './program-laws.ts';
import { testTickLaws } from './tick-laws.ts';

describe('every cell with every head', () => {
  for (const program of everyProgram) {
    testLaws(program);
    testTickLaws(program);
  }
});
