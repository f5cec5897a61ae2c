import { cells, heads, join, losses, type Program } from '#engine/index.ts';

/** Every cell with every head; cells that answer by themselves take a loss alone. */
export const everyProgram: readonly Program[] = cells.flatMap((cell) =>
  (cell.quantities.has('y') ? losses : heads).map((head) => join(cell, head)),
);
