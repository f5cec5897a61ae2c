import { describe } from 'vitest';
import { cells, heads, join, losses, type Program } from '#engine/index.ts';
import { testLaws } from './program-laws.ts';

describe('every cell with every head', () => {
  for (const cell of cells)
    for (const head of answersByItself(cell) ? losses : heads) testLaws(join(cell, head));
});

function answersByItself(cell: Program): boolean {
  return cell.quantities.has('y');
}
