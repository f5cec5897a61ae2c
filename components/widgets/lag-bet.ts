import { POWERS } from '#components/views/lag-curve.ts';

/** What a reader did: a bet on a power of ten, or passing on. */
export type LagBet = number | 'skipped';

/** Reads what a device kept; anything that is no bet counts as none. */
export function readLagBet(kept: string | null): LagBet | undefined {
  if (kept === 'skipped') return kept;
  if (kept === null || !/^-?\d{1,2}(\.\d)?$/.test(kept)) return undefined;
  const power = Number(kept);
  return power >= POWERS.from && power <= POWERS.to ? power : undefined;
}

/** Returns what the device keeps. */
export const writeLagBet = (bet: LagBet): string => String(bet);
