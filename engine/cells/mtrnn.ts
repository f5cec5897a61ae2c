import { mtrnnOf } from './mtrnn-groups.ts';

/**
 * Multiple-timescale network: every unit leaks, input–output units and fast units h quickly, slow
 * units s slowly. m is the share of its own last answer that it reads instead of the input x: 0 while
 * it is led, 1 when it runs freely.
 */
export const mtrnn = mtrnnOf('mtrnn', ['']);
