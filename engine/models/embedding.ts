/** A table of words: row k is the vector of word k. */
export type Embedding = readonly (readonly number[])[];

/**
 * Returns a row per token: what a matrix of the vectors as columns gives on one-hot inputs, without the zeros.
 * Errors: a token that is not in the table.
 */
export const lookUp = (table: Embedding, tokens: readonly number[]): number[][] =>
  tokens.map((token) => {
    const row = table[token];
    if (row === undefined)
      throw new Error(
        `no word ${token} in the table; expected a whole number below ${table.length}`,
      );
    return [...row];
  });

/** Adds the gradients of looked-up rows into the gradient of the table; a word that occurs twice gets both. */
export function addToRows(
  tableGrad: number[][],
  tokens: readonly number[],
  rowGrads: readonly (readonly number[])[],
): void {
  tokens.forEach((token, t) => {
    const row = tableGrad[token]!;
    rowGrads[t]!.forEach((value, i) => (row[i]! += value));
  });
}
