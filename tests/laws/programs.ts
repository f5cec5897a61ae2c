import { cells, heads, join, losses, type Program } from '#engine/index.ts';

/** Every cell with every head; a cell that answers by itself takes a loss alone. */
export const joinedPrograms: readonly Program[] = cells.flatMap((cell) =>
  (cell.quantities.has('y') ? losses : heads).map((head) => join(cell, head)),
);
