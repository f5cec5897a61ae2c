import { recurrence } from './01-recurrence.ts';
import { unrolling } from './02-unrolling.ts';
import { backpropagation } from './03-bptt.ts';
import { vanishing } from './04-vanishing-gradients.ts';
import { gatedCells } from './05-gated-cells.ts';
import type { Bank } from './bank.ts';

/** All answers, by the folder of the chapter. */
export const BANKS: Readonly<Record<string, Bank>> = {
  '01-recurrence': recurrence,
  '02-unrolling': unrolling,
  '03-bptt': backpropagation,
  '04-vanishing-gradients': vanishing,
  '05-gated-cells': gatedCells,
};
