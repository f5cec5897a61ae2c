// this folder is a package of its own, in which #engine means nothing
import { cells, heads, join, losses, type Program } from '../../engine/index.ts';

const [plain] = cells;
const headsOf = (cell: Program): readonly Program[] => (cell.quantities.has('y') ? losses : heads);

/** Each cell with one head, and each head with one cell: every operation, in a sixth of the time. */
export const everyProgram: readonly Program[] = cells.flatMap((cell) =>
  (cell === plain ? headsOf(cell) : headsOf(cell).slice(-1)).map((head) => join(cell, head)),
);
