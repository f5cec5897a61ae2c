/** The three products of a training run over `lanes` vectors that lie one after the other. */
export interface Loops {
  readonly name: string;
  /** One-hot inputs are picked out of a matrix instead of multiplied. */
  readonly picksColumns: boolean;
  /** outs += M v, for every lane. */
  product(outs: Numbers, out: number, M: Numbers, v: Numbers, start: number, size: Size): void;
  /** outs += Mᵀ g, for every lane. */
  transposed(outs: Numbers, M: Numbers, g: Numbers, size: Size): void;
  /** M += Σ over lanes of g vᵀ. */
  outer(M: Numbers, g: Numbers, v: Numbers, start: number, size: Size): void;
}

export type Numbers = Float64Array;

export interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly lanes: number;
}

/** As it is first written down. */
export const naive: Loops = {
  name: 'naive loops',
  picksColumns: false,
  product(outs, out, M, v, start, { rows, columns, lanes }) {
    for (let lane = 0; lane < lanes; lane++)
      for (let i = 0; i < rows; i++) {
        let sum = 0;
        for (let j = 0; j < columns; j++)
          sum += M[i * columns + j]! * v[start + lane * columns + j]!;
        outs[out + lane * rows + i]! += sum;
      }
  },
  transposed(outs, M, g, { rows, columns, lanes }) {
    for (let lane = 0; lane < lanes; lane++)
      for (let j = 0; j < columns; j++) {
        let sum = 0;
        for (let i = 0; i < rows; i++) sum += M[i * columns + j]! * g[lane * rows + i]!;
        outs[lane * columns + j]! += sum;
      }
  },
  outer(M, g, v, start, { rows, columns, lanes }) {
    for (let lane = 0; lane < lanes; lane++)
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < columns; j++)
          M[i * columns + j]! += g[lane * rows + i]! * v[start + lane * columns + j]!;
  },
};

/** Rows one by one, four columns at a time, in four sums. */
export const unrolled: Loops = {
  name: 'unrolled by four',
  picksColumns: true,
  product(outs, out, M, v, start, { rows, columns, lanes }) {
    const whole = columns - (columns % 4);
    for (let lane = 0; lane < lanes; lane++) {
      const first = start + lane * columns;
      for (let i = 0; i < rows; i++) {
        const row = i * columns;
        let [a, b, c, d] = [0, 0, 0, 0];
        for (let j = 0; j < whole; j += 4) {
          a += M[row + j]! * v[first + j]!;
          b += M[row + j + 1]! * v[first + j + 1]!;
          c += M[row + j + 2]! * v[first + j + 2]!;
          d += M[row + j + 3]! * v[first + j + 3]!;
        }
        for (let j = whole; j < columns; j++) a += M[row + j]! * v[first + j]!;
        outs[out + lane * rows + i]! += a + b + (c + d);
      }
    }
  },
  transposed(outs, M, g, { rows, columns, lanes }) {
    for (let lane = 0; lane < lanes; lane++)
      for (let i = 0; i < rows; i++)
        addFour(outs, lane * columns, M, i * columns, g[lane * rows + i]!, columns);
  },
  outer(M, g, v, start, { rows, columns, lanes }) {
    for (let lane = 0; lane < lanes; lane++)
      for (let i = 0; i < rows; i++)
        addFour(M, i * columns, v, start + lane * columns, g[lane * rows + i]!, columns);
  },
};

/** outs += factor · ins, four at a time. */
function addFour(
  outs: Numbers,
  out: number,
  ins: Numbers,
  start: number,
  factor: number,
  length: number,
): void {
  const whole = length - (length % 4);
  for (let j = 0; j < whole; j += 4) {
    outs[out + j]! += factor * ins[start + j]!;
    outs[out + j + 1]! += factor * ins[start + j + 1]!;
    outs[out + j + 2]! += factor * ins[start + j + 2]!;
    outs[out + j + 3]! += factor * ins[start + j + 3]!;
  }
  for (let j = whole; j < length; j++) outs[out + j]! += factor * ins[start + j]!;
}
