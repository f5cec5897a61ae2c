import type { Program } from '../program/types.ts';
import * as all from './index.ts';

/** All cells, for tools and laws that go through them. */
export const cells: readonly Program[] = Object.values(all);
