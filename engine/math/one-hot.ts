/** Returns a row of `classes` numbers with a 1 at `index`: a symbol, or the target of a classifier. */
export const oneHot = (index: number, classes: number): number[] =>
  Array.from({ length: classes }, (_, k) => Number(k === index));
