import type { Program } from '../program/types.ts';
import { lamp } from './lamp.ts';
import { linearHead, sigmoidHead, softmaxHead } from './readout.ts';

/** Every head: a readout and its loss. */
export const heads: readonly Program[] = [lamp, sigmoidHead, softmaxHead, linearHead];

export { lamp, linearHead, sigmoidHead, softmaxHead };
