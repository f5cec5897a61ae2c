import type { Loops, Numbers } from './loops.ts';

/**
 * The reference: panels of four rows, the innermost loop a function of its own, one-hot inputs as
 * column picks, every sum in ascending order.
 */
export const panels: Loops = {
  name: 'panels of four rows',
  picksColumns: true,
  product(outs, out, M, v, start, { rows, columns, lanes }) {
    const whole = rows - (rows % 4);
    for (let i = 0; i < whole; i += 4)
      for (let lane = 0; lane < lanes; lane++)
        fourSums(outs, out + lane * rows + i, M, i * columns, v, start + lane * columns, columns);
    for (let i = whole; i < rows; i++)
      for (let lane = 0; lane < lanes; lane++) {
        let sum = 0;
        for (let j = 0; j < columns; j++)
          sum += M[i * columns + j]! * v[start + lane * columns + j]!;
        outs[out + lane * rows + i]! += sum;
      }
  },
  transposed(outs, M, g, { rows, columns, lanes }) {
    const whole = rows - (rows % 4);
    for (let i = 0; i < whole; i += 4)
      for (let lane = 0; lane < lanes; lane++)
        addFourRows(outs, lane * columns, M, i * columns, g, lane * rows + i, columns);
    for (let i = whole; i < rows; i++)
      for (let lane = 0; lane < lanes; lane++)
        for (let j = 0; j < columns; j++)
          outs[lane * columns + j]! += M[i * columns + j]! * g[lane * rows + i]!;
  },
  outer(M, g, v, start, { rows, columns, lanes }) {
    const whole = rows - (rows % 4);
    for (let i = 0; i < whole; i += 4)
      for (let lane = 0; lane < lanes; lane++)
        addToFourRows(M, i * columns, g, lane * rows + i, v, start + lane * columns, columns);
    for (let i = whole; i < rows; i++)
      for (let lane = 0; lane < lanes; lane++)
        for (let j = 0; j < columns; j++)
          M[i * columns + j]! += g[lane * rows + i]! * v[start + lane * columns + j]!;
  },
};

function fourSums(
  outs: Numbers,
  out: number,
  M: Numbers,
  first: number,
  v: Numbers,
  start: number,
  columns: number,
): void {
  const [second, third, fourth] = [first + columns, first + 2 * columns, first + 3 * columns];
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let j = 0; j < columns; j++) {
    const x = v[start + j]!;
    a += M[first + j]! * x;
    b += M[second + j]! * x;
    c += M[third + j]! * x;
    d += M[fourth + j]! * x;
  }
  outs[out]! += a;
  outs[out + 1]! += b;
  outs[out + 2]! += c;
  outs[out + 3]! += d;
}

function addFourRows(
  outs: Numbers,
  out: number,
  M: Numbers,
  first: number,
  g: Numbers,
  start: number,
  columns: number,
): void {
  const [second, third, fourth] = [first + columns, first + 2 * columns, first + 3 * columns];
  const a = g[start]!;
  const b = g[start + 1]!;
  const c = g[start + 2]!;
  const d = g[start + 3]!;
  for (let j = 0; j < columns; j++)
    outs[out + j] =
      outs[out + j]! +
      M[first + j]! * a +
      M[second + j]! * b +
      M[third + j]! * c +
      M[fourth + j]! * d;
}

function addToFourRows(
  M: Numbers,
  first: number,
  g: Numbers,
  start: number,
  v: Numbers,
  from: number,
  columns: number,
): void {
  const [second, third, fourth] = [first + columns, first + 2 * columns, first + 3 * columns];
  const a = g[start]!;
  const b = g[start + 1]!;
  const c = g[start + 2]!;
  const d = g[start + 3]!;
  for (let j = 0; j < columns; j++) {
    const x = v[from + j]!;
    M[first + j]! += a * x;
    M[second + j]! += b * x;
    M[third + j]! += c * x;
    M[fourth + j]! += d * x;
  }
}
