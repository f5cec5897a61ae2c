/** The two inputs of a character: [1, 0] for an opening mark, [0, 1] for a closing one, else [0, 0]. */
export const markRow = (x: -1 | 0 | 1): readonly [number, number] => [
  x === 1 ? 1 : 0,
  x === -1 ? 1 : 0,
];
