import type { Layout } from '../machine/layout.ts';

/**
 * How another library stores the parameters of a cell: under each of its names, the engine's
 * parameters one below the other. A parameter under two names is the sum of both, as b = b_ih + b_hh.
 */
export type Blocks = Readonly<Record<string, readonly string[]>>;

/** PyTorch's blocks for a cell whose gates are stored in this order. */
const gates = (letters: readonly string[]): Blocks => ({
  weight_ih: letters.map((letter) => `W_x${letter}`),
  weight_hh: letters.map((letter) => `W_h${letter}`),
  bias_ih: letters.map((letter) => `b_${letter}`),
  bias_hh: letters.map((letter) => `b_${letter}`),
});

const lstm = gates(['i', 'f', 'g', 'o']);
const gru = gates(['r', 'z', 'n']);

/** How PyTorch stores the cells that it has, by the engine's name of the cell. */
export const pytorch: Readonly<Record<string, Blocks>> = {
  rnn: gates(['h']),
  'relu-rnn': gates(['h']),
  lstm,
  'lstm-projected': { ...lstm, weight_hr: ['W_ch'] },
  gru: { ...gru, bias_hh: ['b_r', 'b_z', 'b_hn'] },
};

/**
 * Returns the engine's parameters out of stored numbers, row by row; a bias that is not stored is 0.
 * Errors: a weight that is missing, a wrong number of numbers.
 */
export function unpack(
  layout: Layout,
  blocks: Blocks,
  stored: (name: string) => readonly number[] | undefined,
): Record<string, number[]> {
  const params: Record<string, number[]> = {};
  for (const [name, parts] of Object.entries(blocks)) {
    const numbers = stored(name);
    checkStored(layout, name, parts, numbers);
    let start = 0;
    for (const part of parts) {
      const length = layout.length(part);
      const before = params[part];
      const slice = numbers?.slice(start, start + length) ?? Array<number>(length).fill(0);
      params[part] = before === undefined ? slice : slice.map((value, i) => before[i]! + value);
      start += length;
    }
  }
  return params;
}

/** Returns the engine's numbers, say gradients, one below the other under the library's names. */
export const pack = (
  blocks: Blocks,
  numbersOf: (name: string) => Iterable<number>,
): Record<string, number[]> =>
  Object.fromEntries(
    Object.entries(blocks).map(([name, parts]) => [
      name,
      parts.flatMap((part) => [...numbersOf(part)]),
    ]),
  );

function checkStored(
  layout: Layout,
  name: string,
  parts: readonly string[],
  numbers: readonly number[] | undefined,
): void {
  const wanted = parts.reduce((sum, part) => sum + layout.length(part), 0);
  if (numbers === undefined && !parts.every((part) => part.startsWith('b_')))
    throw new Error(`«${name}» is missing; expected ${wanted} numbers: ${parts.join(', ')}`);
  if (numbers !== undefined && numbers.length !== wanted)
    throw new Error(
      `«${name}» has ${numbers.length} numbers; expected ${wanted}: ${parts.join(', ')}`,
    );
}
