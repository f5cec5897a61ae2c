import type { Machine, Trace } from '#engine/index.ts';
import { contributions } from '#engine/learn/contributions.ts';

/** What the use of a parameter at step k owes to the loss of step t. */
export interface Debt {
  readonly t: number;
  readonly k: number;
  readonly value: number;
}

/** How debts are put together: by the step of the use, of the loss, or by what lies between. */
export type Grouping = 'use' | 'loss' | 'lag';

export interface Group {
  /** The step, or the number of steps between. */
  readonly of: number;
  readonly debts: readonly Debt[];
  readonly sum: number;
}

export interface Ledger {
  readonly debts: readonly Debt[];
  readonly groups: Readonly<Record<Grouping, readonly Group[]>>;
  /** All debts together, added loss by loss. */
  readonly total: number;
  /** The largest debt, without its sign. */
  readonly largest: number;
}

/** Returns every debt of one number of a parameter, and their sums in three orders. */
export function ledgerOf(machine: Machine, trace: Trace, name: string, i = 0): Ledger {
  const at = machine.layout.offset(name) + i;
  const debts = contributions(machine, trace).flatMap((uses, index) =>
    uses.map((theta, use): Debt => ({ t: index + 1, k: use + 1, value: theta[at] ?? NaN })),
  );
  const sumOf = (some: readonly Debt[]): number => some.reduce((sum, { value }) => sum + value, 0);
  const grouped = (key: (debt: Debt) => number, first: number): Group[] =>
    Array.from({ length: trace.length }, (_, n) => {
      const own = debts.filter((debt) => key(debt) === n + first);
      return { of: n + first, debts: own, sum: sumOf(own) };
    });
  const loss = grouped(({ t }) => t, 1);
  return {
    debts,
    groups: {
      use: grouped(({ k }) => k, 1),
      loss,
      lag: grouped(({ t, k }) => t - k, 0),
    },
    total: loss.reduce((sum, group) => sum + group.sum, 0),
    largest: debts.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0),
  };
}

/** The group that a debt belongs to. */
export const groupOf = ({ t, k }: Pick<Debt, 't' | 'k'>, grouping: Grouping): number =>
  grouping === 'use' ? k : grouping === 'loss' ? t : t - k;
