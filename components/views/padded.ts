import { encodeQuotes, type QuoteItem } from '#engine/index.ts';
import {
  cellsOf,
  lossesOf,
  meanLoss,
  packedWidths,
  playPadded,
} from '#engine/models/padded-batch.ts';
import { lampMachine, START } from './lamp.ts';

/** The longest text of the batch. */
export const LONGEST = 8;

/** What is asked of each text: an answer at every step, or one at the end. */
export type Asks = 'every' | 'last';

/** One cell of the batch. */
export interface Cell {
  readonly t: number;
  /** None where the cell is filling. */
  readonly character: string | undefined;
  readonly target: number;
  readonly state: number;
  readonly answer: number;
  readonly loss: number;
  /** True where the loss of this cell enters the mean. */
  readonly counts: boolean;
  /** True where the one answer of the row is read. */
  readonly isRead: boolean;
}

export interface Batch {
  readonly rows: readonly { readonly length: number; readonly cells: readonly Cell[] }[];
  readonly longest: number;
  readonly filled: number;
  readonly own: number;
  /** Over all cells that count. */
  readonly mean: number;
  /** How many rows are still reading at each step. */
  readonly widths: readonly number[];
}

const FILLING = { input: 0, target: 0 };

/** Runs texts as one batch, filled up to the longest, with the lamp's network. */
export function runBatch(
  texts: readonly string[],
  { w, b }: { readonly w: number; readonly b: number },
  asks: Asks,
  isMasked: boolean,
): Batch {
  const items: QuoteItem[][] = texts.map((text) => encodeQuotes(text === '' ? ' ' : text));
  const lanes = playPadded(
    lampMachine,
    { params: { w, u: 3, b, a: 4, c: 0 }, initial: { h: START } },
    items.map((row) => ({
      inputs: row.map(({ x }) => x),
      targets: row.map(({ inside }) => inside),
    })),
    FILLING,
    isMasked,
  );
  const longest = lanes[0]?.trace.length ?? 0;
  const rows = lanes.map((lane, row) => {
    const { trace, length } = lane;
    const losses = lossesOf(lane);
    const read = isMasked ? length : longest;
    const at = (name: string, t: number): number => trace.value(name, t)[0] ?? NaN;
    const cells = losses.map((loss, index): Cell => {
      const t = index + 1;
      return {
        t,
        character: items[row]?.[index]?.character,
        target: at('d', t),
        state: at('h', t),
        answer: at('y', t),
        loss,
        counts: trace.lossWeights[t] === 1,
        isRead: asks === 'last' && t === read,
      };
    });
    return { length, cells };
  });
  return {
    rows,
    longest,
    ...cellsOf(lanes),
    mean: meanLoss(lanes),
    widths: packedWidths(lanes.map(({ length }) => length)),
  };
}

/** The answer that a row should give at its end: that of its last character. */
export const truthOf = ({ cells, length }: Batch['rows'][number]): number =>
  cells[length - 1]?.target ?? 0;

/** The rows, from 1, whose one answer is on the wrong side. */
export const wrongRows = ({ rows }: Batch): number[] =>
  rows.flatMap((row, index) => {
    const read = row.cells.find(({ isRead }) => isRead);
    return read !== undefined && read.answer >= 0.5 !== (truthOf(row) === 1) ? [index + 1] : [];
  });

/** How much of the sum of losses comes from filling, from 0 to 1, if it is counted. */
export function fillingShare({ rows }: Batch): number {
  let [filling, all] = [0, 0];
  for (const { cells } of rows)
    for (const { character, loss, counts } of cells) {
      if (!counts) continue;
      all += loss;
      if (character === undefined) filling += loss;
    }
  return filling / all;
}
