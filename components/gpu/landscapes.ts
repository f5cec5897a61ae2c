import { cliffLandscape } from '#engine/analysis/cliff-landscape.ts';
import { phaseLandscapes } from '#engine/analysis/phase-landscape.ts';
import type { Landscape } from '#engine/written/landscape.ts';

/** What workers can compute, by name. */
export const landscapes = {
  cliff: cliffLandscape,
  'phase-radius': phaseLandscapes.radius,
  'phase-weights': phaseLandscapes.weights,
} satisfies Record<string, Landscape>;

export type LandscapeName = keyof typeof landscapes;
