import type { Program } from '../program/types.ts';
import { lamp } from './lamp.ts';
import { bceLoss, crossEntropyLoss, klDivergenceLoss, squaredErrorLoss } from './losses.ts';
import { linearHead, logisticHead, sigmoidHead, softmaxHead, targetUnitsHead } from './readout.ts';

/** Every head: a readout and its loss. */
export const heads: readonly Program[] = [
  lamp,
  sigmoidHead,
  softmaxHead,
  linearHead,
  logisticHead,
  targetUnitsHead,
];

/** Losses alone, for cells that have their own readout. */
export const losses: readonly Program[] = [
  squaredErrorLoss,
  crossEntropyLoss,
  klDivergenceLoss,
  bceLoss,
];

export { bceLoss, crossEntropyLoss, klDivergenceLoss, lamp, linearHead, logisticHead };
export { sigmoidHead, softmaxHead, squaredErrorLoss, targetUnitsHead };
