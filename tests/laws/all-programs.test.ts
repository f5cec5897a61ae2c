import { describe } from 'vitest';
import { cells, heads, join, losses, type Program } from '#engine/index.ts';
import { testLaws } from './program-laws.ts';
import { testTickLaws } from './tick-laws.ts';

describe('every cell with every head', () => {
  for (const cell of cells)
    for (const head of answersByItself(cell) ? losses : heads) {
      const program = join(cell, head);
      testLaws(program);
      testTickLaws(program);
    }
});

function answersByItself(cell: Program): boolean {
  return cell.quantities.has('y');
}
