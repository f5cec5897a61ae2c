import type { Program } from '../program/types.ts';
import { lamp } from './lamp.ts';
import { linearHead } from './linear.ts';
import { logisticHead } from './logistic.ts';
import { bceLoss, crossEntropyLoss, klDivergenceLoss, squaredErrorLoss } from './losses.ts';
import { sigmoidHead } from './sigmoid.ts';
import { softmaxHead } from './softmax.ts';
import { targetUnitsHead } from './target-units.ts';

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
