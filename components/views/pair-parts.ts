/** A part that one of the cells has, or both: what it does, and the gate that does it. */
export interface PairPart {
  readonly does: string;
  readonly lstm: string | undefined;
  readonly gru: string | undefined;
  /** What is to be said about the two. */
  readonly says: string;
}

/** Matching parts of LSTM and GRU. */
export const PARTS = {
  keep: {
    does: 'how much is kept',
    lstm: 'f',
    gru: 'z',
    says: 'Both cells have a gate for that. In the LSTM it is free; in the GRU the same number also says how much is written.',
  },
  write: {
    does: 'how much is written',
    lstm: 'i',
    gru: 'z',
    says: 'The LSTM has a second gate for it. The GRU writes what is missing to 1, so it cannot keep all and add something.',
  },
  show: {
    does: 'how much is shown',
    lstm: 'o',
    gru: undefined,
    says: 'Only the LSTM can hold something and not show it. The GRU has no such gate: its state is what everyone sees.',
  },
  reset: {
    does: 'how much of the old state the candidate sees',
    lstm: undefined,
    gru: 'r',
    says: 'Only the GRU has this gate. In the LSTM the candidate sees all that the output gate showed a step ago.',
  },
} as const satisfies Readonly<Record<string, PairPart>>;

export type PartName = keyof typeof PARTS;

/** The share that a gate of the GRU leaves to this part, given which sense its update gate has. */
export function gruShare(part: PartName, gate: number, update: 'keeps' | 'writes'): number {
  if (part === 'reset') return gate;
  return (part === 'keep') === (update === 'keeps') ? gate : 1 - gate;
}
