import { cliffLandscape } from '#engine/analysis/cliff-landscape.ts';
import type { Landscape } from '#engine/written/landscape.ts';

/** What workers can compute, by name. */
export const landscapes = { cliff: cliffLandscape } satisfies Record<string, Landscape>;

export type LandscapeName = keyof typeof landscapes;
