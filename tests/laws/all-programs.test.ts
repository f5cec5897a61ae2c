import { describe } from 'vitest';
import { everyProgram } from './every-program.ts';
import { testLaws } from './program-laws.ts';

describe('every cell with every head', () => {
  everyProgram.forEach(testLaws);
});
