import { describe } from 'vitest';
import { testLaws } from './program-laws.ts';
import { joinedPrograms } from './programs.ts';
import { testTickLaws } from './tick-laws.ts';

describe('every cell with every head', () => {
  for (const program of joinedPrograms) {
    testLaws(program);
    testTickLaws(program);
  }
});
