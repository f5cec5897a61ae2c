import { describe, expect, test } from 'vitest';
import { phaseLandscapes } from '#engine/analysis/phase-landscape.ts';
import { matrixAt, phasePlanes, type PhasePlaneName } from '#engine/analysis/phase-planes.ts';
import { phaseRun } from '#engine/analysis/phase.ts';
import { stretch } from '#engine/analysis/lag-norms.ts';
import { spectralRadius } from '#engine/math/eigenvalues.ts';
import { lanesOf } from '#engine/written/lanes.ts';
import { along, computeStrip } from '#engine/written/landscape.ts';

const NAMES = ['radius', 'weights'] as const;
const SIDE = 15;

/** Every place of a coarse grid over a plane, with what its lane and its run say. */
function places(name: PhasePlaneName, T: number) {
  const plane = phasePlanes[name];
  const area = { across: plane.across, up: plane.up, columns: SIDE, rows: SIDE };
  const lanes = lanesOf(phaseLandscapes[name].routine, SIDE);
  const strip = { area, rest: { T }, firstRow: 0, rows: SIDE };
  const [logNorms, cycles] = computeStrip(phaseLandscapes[name], lanes, strip);
  return Array.from({ length: SIDE * SIDE }, (_, n) => {
    const x = along(area.across, n % SIDE, SIDE);
    const y = along(area.up, Math.floor(n / SIDE), SIDE);
    const run = phaseRun(plane, x, y, T);
    return { x, y, run, logNorm: logNorms![n]!, cycle: cycles![n]! };
  });
}

describe.each(NAMES)('the phase landscape «%s»', (name) => {
  test('has the norm of the Jacobian product of its networks, and their cycles', () => {
    for (const { run, logNorm, cycle } of places(name, 25)) {
      const expected = run.logNorms.at(-1)!;
      // eight squarings find the largest singular value to 7e-4 in the logarithm; below e^-30 a step counts 1e-30
      if (expected > -300) expect(Math.abs(logNorm - expected)).toBeLessThan(1e-3);
      expect(cycle).toBe(run.cycle);
    }
  });

  test('vanishes wherever the matrix shrinks every arrow, at each step by as much', () => {
    const plane = phasePlanes[name];
    for (const { x, y, run } of places(name, 25)) {
      const size = stretch(matrixAt(plane, x, y));
      run.logNorms.forEach((value, t) =>
        expect(value).toBeLessThanOrEqual(t * Math.log(size) + 1e-9 * (t + 1)),
      );
    }
  });

  test('vanishes, holds and explodes somewhere', () => {
    const norms = places(name, 60).map(({ logNorm }) => logNorm);
    expect(norms.filter((norm) => norm < Math.log(0.1)).length).toBeGreaterThan(SIDE);
    expect(norms.filter((norm) => Math.abs(norm) < Math.log(10)).length).toBeGreaterThan(3);
    if (name === 'radius')
      expect(norms.filter((norm) => norm > Math.log(1e3)).length).toBeGreaterThan(3);
  });
});

test('the planes say what they are: a spectral radius, and weights to oneself', () => {
  expect(spectralRadius(matrixAt(phasePlanes.radius, 1.7, 2))).toBeCloseTo(1.7, 12);
  expect(matrixAt(phasePlanes.weights, 3, -4)).toEqual([
    [3, -1.8],
    [3.6, -4],
  ]);
});
