import { scalar, type OracleCase } from './schema.ts';

/** A run of units in the reference's order, and what the engine calls them. */
export interface Section {
  /** What of it others hear: as columns of the matrix W. */
  readonly heard: string;
  /** The letter in names of matrices, time constants and biases, and the suffix of its group. */
  readonly letter: string;
  readonly suffix: string;
  readonly potential: string;
  readonly answer: string;
  readonly from: number;
  readonly length: number;
}

/** The sections of a case: its groups of input–output units, then the fast ones, then the slow ones. */
export function sectionsOf(config: NonNullable<OracleCase['config']>): Section[] {
  const groups = config['io_groups'] as readonly number[];
  let from = 0;
  const next = (length: number): { from: number; length: number } => {
    from += length;
    return { from: from - length, length };
  };
  return [
    ...groups.map((length, g) => ({
      heard: 'z',
      letter: 'y',
      suffix: `_${g + 1}`,
      potential: `o_${g + 1}`,
      answer: `y_${g + 1}`,
      ...next(length),
    })),
    {
      heard: 'h',
      letter: 'h',
      suffix: '',
      potential: 'u',
      answer: 'h',
      ...next(scalar(config['n_fast'])),
    },
    {
      heard: 's',
      letter: 's',
      suffix: '',
      potential: 'w',
      answer: 's',
      ...next(scalar(config['n_slow'])),
    },
  ];
}

/** The input–output units alone. */
export const groupsOf = (sections: readonly Section[]): Section[] =>
  sections.filter(({ heard }) => heard === 'z');

/** Which units hear which: the fast ones all and all the fast ones, else only their own kind. */
const isHeard = (by: Section, from: Section): boolean =>
  by === from || by.letter === 'h' || from.letter === 'h';

/** A matrix of the engine and its place in W. */
interface Block {
  readonly name: string;
  readonly by: Section;
  readonly from: Section;
  cut(W: readonly (readonly number[])[]): number[][];
}

/** All matrices that there are. */
export const blocksOf = (sections: readonly Section[]): Block[] =>
  sections.flatMap((by) =>
    sections
      .filter((from) => isHeard(by, from))
      .map((from) => ({
        name: `W_${from.heard}${by.letter}${from.suffix === '' ? by.suffix : from.suffix}`,
        by,
        from,
        cut: (W) => part(by, W).map((row) => part(from, row)),
      })),
  );

/** What belongs to a section. */
export const part = <Item>({ from, length }: Section, items: readonly Item[]): Item[] =>
  items.slice(from, from + length);

/** Numbers of single units under the engine's names. */
export const perUnit = (
  sections: readonly Section[],
  name: string,
  numbers: readonly number[],
): Record<string, number[]> =>
  Object.fromEntries(sections.map((s) => [`${name}_${s.letter}${s.suffix}`, part(s, numbers)]));

/** The engine has no matrices where the case's mask is 0. Errors: a mask of another kind. */
export function checkMask(
  mask: readonly (readonly number[])[],
  sections: readonly Section[],
): void {
  const owner = (i: number): Section | undefined =>
    sections.find(({ from, length }) => i >= from && i < from + length);
  mask.forEach((row, i) =>
    row.forEach((link, j) => {
      const [by, from] = [owner(i), owner(j)];
      if (by === undefined || from === undefined || isHeard(by, from) !== (link !== 0))
        throw new Error(`mask[${i}][${j}] is ${link}; expected the links of an MTRNN`);
    }),
  );
}
