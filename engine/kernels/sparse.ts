/**
 * Says whether each of some vectors is nearly all zeros, as one-hot inputs and empty states are:
 * then its few columns are picked, and the products with 0, which add nothing, are not made.
 */
export function areSparse(
  numbers: Float64Array,
  start: number,
  length: number,
  frames: number,
  stride: number,
): boolean {
  const most = length >> 3;
  for (let frame = 0; frame < frames; frame++) {
    const first = start + frame * stride;
    let found = 0;
    for (let j = first; j < first + length; j++)
      if (numbers[j] !== 0 && ++found > most) return false;
  }
  return true;
}

/** values[out] = M v by columns of M, for a sparse v. */
export function pickedProduct(
  values: Float64Array,
  out: number,
  matrix: number,
  vector: number,
  rows: number,
  columns: number,
): void {
  values.fill(0, out, out + rows);
  for (let j = 0; j < columns; j++) {
    const v = values[vector + j]!;
    if (v !== 0)
      for (let i = 0, m = matrix + j; i < rows; i++, m += columns)
        values[out + i]! += values[m]! * v;
  }
}

/** grads[M] += g vᵀ by columns of M, for a sparse v. */
export function pickedOuter(
  values: Float64Array,
  grads: Float64Array,
  out: number,
  matrix: number,
  vector: number,
  rows: number,
  columns: number,
): void {
  for (let j = 0; j < columns; j++) {
    const v = values[vector + j]!;
    if (v !== 0)
      for (let i = 0, m = matrix + j; i < rows; i++, m += columns) grads[m]! += grads[out + i]! * v;
  }
}
