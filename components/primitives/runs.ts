/**
 * Returns the places of a grid that are marked, as an SVG path of lines of width 1: one for each run of
 * neighbours in a row. The lowest row is the last, as in a picture.
 */
export function runs(columns: number, rows: number, isMarked: (place: number) => boolean): string {
  let path = '';
  for (let row = 0; row < rows; row++)
    for (let column = 0, start = -1; column <= columns; column++) {
      const isOn = column < columns && isMarked(row * columns + column);
      if (isOn && start < 0) start = column;
      if (isOn || start < 0) continue;
      path += `M${start} ${rows - row - 0.5}h${column - start}`;
      start = -1;
    }
  return path;
}
