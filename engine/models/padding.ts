/** Which steps of a padded sequence count: 1, or 0 for a step that is skipped. */
export type Mask = readonly number[];

/** What stands for an output at a skipped step. */
export type Filling = 'zeros' | 'previous';

/** Returns the mask of the first `length` of T steps. */
export const maskOfLength = (length: number, steps: number): Mask =>
  Array.from({ length: steps }, (_, t) => (t < length ? 1 : 0));

/** Returns the rows of the steps that count. A state is kept over skipped steps, so nothing else is run. */
export const compact = <Row>(rows: readonly Row[], mask: Mask): Row[] =>
  rows.filter((_, t) => mask[t] !== 0);

/**
 * Returns rows for all steps out of those of the steps that count; before the first of them,
 * `previous` is zeros too.
 */
export function spread(
  rows: readonly (readonly number[])[],
  mask: Mask,
  width: number,
  filling: Filling,
): number[][] {
  const zeros = Array<number>(width).fill(0);
  let previous: readonly number[] = zeros;
  let next = 0;
  return mask.map((counts) => {
    if (counts === 0) return [...(filling === 'zeros' ? zeros : previous)];
    previous = rows[next]!;
    next += 1;
    return [...previous];
  });
}

/**
 * The same for two readers side by side, each of half the width: what is previous for the second, which
 * comes from the end, is the next step.
 */
export const spreadBoth = (
  rows: readonly (readonly number[])[],
  mask: Mask,
  width: number,
  filling: Filling,
): number[][] => {
  const [first, second] = halves(rows);
  const fromEnd = spread(second.toReversed(), mask.toReversed(), width / 2, filling).toReversed();
  return spread(first, mask, width / 2, filling).map((row, t) => [...row, ...fromEnd[t]!]);
};

/** Returns the gradients of the rows that count out of those of all rows: what `spread` copied is added up. */
export function gather(
  grads: readonly (readonly number[])[],
  mask: Mask,
  filling: Filling,
): number[][] {
  const rows: number[][] = [];
  mask.forEach((counts, t) => {
    if (counts !== 0) rows.push([...grads[t]!]);
    else if (filling === 'previous')
      rows.at(-1)?.forEach((value, i, row) => (row[i] = value + grads[t]![i]!));
  });
  return rows;
}

/** The inverse of `spreadBoth`, for gradients. */
export const gatherBoth = (
  grads: readonly (readonly number[])[],
  mask: Mask,
  filling: Filling,
): number[][] => {
  const [first, second] = halves(grads);
  const fromEnd = gather(second.toReversed(), mask.toReversed(), filling).toReversed();
  return gather(first, mask, filling).map((row, n) => [...row, ...fromEnd[n]!]);
};

const halves = (rows: readonly (readonly number[])[]): [number[][], number[][]] => [
  rows.map((row) => row.slice(0, row.length / 2)),
  rows.map((row) => row.slice(row.length / 2)),
];
