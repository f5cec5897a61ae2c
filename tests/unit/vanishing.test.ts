import { describe, expect, test } from 'vitest';
import { inPowers } from '#components/lib/powers-of-ten.ts';
import { exitOf, GRID, isOnMap, survey, tours, whereabouts } from '#components/views/cliff.ts';
import { loudest, termsOf } from '#components/views/drowning.ts';
import { filmVerdict, SPOKES } from '#components/views/ellipse-film.ts';
import { search } from '#components/views/guess-weights.ts';
import { lagVerdict, measure, missedBy, powerOf } from '#components/views/lag-curve.ts';
import { onAxis, powersApart, verdict } from '#components/views/memory-gradient.ts';
import { characterOf, LEANING, PRESETS, rowsOf } from '#components/views/two-by-two.ts';
import { readLagBet, writeLagBet } from '#components/widgets/lag-bet.ts';
import { ellipses } from '#engine/analysis/ellipse.ts';
import { keepAfter } from '#engine/analysis/memory-gradient.ts';

describe('inPowers', () => {
  test('prints what is near one plainly and everything else with a power of ten', () => {
    expect([0.958, 12.34, 0.00123, 1.4e-8, -2.5e12, 0].map((value) => inPowers(value))).toEqual([
      '0.96',
      '12',
      '0.0012',
      '1.4 × 10^−8',
      '−2.5 × 10^12',
      '0',
    ]);
  });

  test('says in words what is not finite', () => {
    expect(inPowers(Infinity)).toBe('infinite');
    expect(inPowers(NaN)).toBe('not a number');
  });
});

describe('the axis of memory and gradient', () => {
  test('onAxis keeps what is too small for it at its foot', () => {
    expect(onAxis(1e-30, 'powers')).toBe(-24);
    expect(onAxis(0, 'powers')).toBe(-24);
    expect(onAxis(0.01, 'powers')).toBeCloseTo(-2, 12);
    expect(onAxis(0.01, 'plain')).toBe(0.01);
  });

  test('powersApart counts the powers of ten between state and gradient', () => {
    expect(powersApart(keepAfter(2, 3, 10))).toBe(8);
    expect(powersApart(keepAfter(0, 3, 10))).toBe(0);
  });

  test('verdict has a sentence of its own for each kind of weight', () => {
    const said = [0, 0.5, 1, 2].map((w) => verdict(w, 'firm', keepAfter(w, 3, 10)));
    expect(new Set(said).size).toBe(4);
  });
});

describe('filmVerdict', () => {
  test('names growth beside small eigenvalues, and what a rotation does', () => {
    const said = (name: string, step: number): string => {
      const four = PRESETS.find((preset) => preset.name === name)?.four ?? LEANING;
      return filmVerdict(ellipses(rowsOf(four), 8)[step]!, characterOf(four));
    };
    expect(said('Leaning columns', 2)).toContain('still an arrow has grown');
    expect(said('Rotation', 5)).toContain('only turns');
    expect(said('Eigenvalues zero', 1)).toContain('larger than zero');
    expect(said('Eigenvalues zero', 2)).toContain('Nothing is left');
    expect(said('One axis grows', 3)).toContain('area has shrunk');
  });

  test('the arrows of the picture have length one', () => {
    expect(SPOKES).toHaveLength(16);
    for (const [x, y] of SPOKES) expect(x * x + y * y).toBeCloseTo(1, 14);
  });
});

describe('the lag curve', () => {
  const setting = { ...LEANING, cell: 'rnn', input: 0, seed: 1 } as const;

  test('without input is that of the linear network', () => {
    expect(measure(setting).norms).toEqual(measure({ ...setting, cell: 'linear-rnn' }).norms);
  });

  test('begins at one and never exceeds its bound', () => {
    for (const cell of ['rnn', 'linear-rnn', 'relu-rnn', 'sigmoid-rnn'] as const) {
      const { norms, bounds } = measure({ ...setting, cell, input: 0.7 });
      expect(norms[0]).toBe(1);
      norms.forEach((norm, k) =>
        expect(norm).toBeLessThanOrEqual((bounds[k] ?? NaN) * (1 + 1e-12)),
      );
    }
  });

  test('lagVerdict tells the transient from the bound and from the flattened', () => {
    expect(lagVerdict(measure(setting), 4, 'rnn')).toContain('rises before it falls');
    expect(lagVerdict(measure({ ...setting, input: 1 }), 20, 'rnn')).toContain('below both lines');
  });

  test('missedBy is zero for the right power', () => {
    expect(missedBy(powerOf(0.001), 0.001)).toBe(0);
    expect(missedBy(2, 1)).toBe(2);
  });

  test('a bet is read back as it was written, and nothing else is', () => {
    for (const bet of ['skipped', -16, 0, 2.5] as const)
      expect(readLagBet(writeLagBet(bet))).toBe(bet);
    for (const text of [null, '', 'x', '99', '-17', '1e3'])
      expect(readLagBet(text)).toBeUndefined();
  });
});

describe('the cliff', () => {
  const tour = { length: 20, w: 1.7, b: -0.4, rate: 0.1, rule: 'norm', most: 1 } as const;

  test('a way leaves the map on its border, or does not leave it', () => {
    const { bare, clipped } = tours(tour);
    const exit = exitOf(bare);
    expect(exit?.b).toBeCloseTo(0.8, 12);
    expect(exit !== undefined && isOnMap({ w: exit.w, b: 0 })).toBe(true);
    expect(exitOf(clipped)).toBeUndefined();
  });

  test('whereabouts tells valley, wall and plateau apart', () => {
    const { bare, clipped } = tours(tour);
    expect(whereabouts(clipped.at(-1)!)).toContain('valley');
    expect(whereabouts(bare[0]!)).toContain('plateau');
    expect(whereabouts(bare[5]!)).toContain('wall');
  });

  test('higher regions lie within lower ones, so their paths are all closed', () => {
    for (const region of survey(8).regions)
      expect(region.split('M').length).toBe(region.split('Z').length);
  });

  test('the steepest place of a longer text is steeper, the flattest is flat in both', () => {
    const [short, long] = [survey(8).extremes, survey(40).extremes];
    expect(short.networks).toBe(GRID.columns * GRID.rows);
    expect(long.steepest.norm).toBeGreaterThan(10 * short.steepest.norm);
    for (const { flattest } of [short, long]) expect(flattest.norm).toBeLessThan(0.01);
  });
});

describe('the terms of two tasks', () => {
  test('those of the echo are proportional to its weight, those of the recall do not know it', () => {
    const race = { gap: 6, echo: 1, rule: 'adam', seed: 3 } as const;
    const half = termsOf({ ...race, echo: 0.5 });
    termsOf(race).forEach((term, lag) => {
      expect(half[lag]?.echo).toBe(0.5 * term.echo);
      expect(half[lag]?.recall).toBe(term.recall);
    });
    expect(loudest(termsOf(race)).task).toBe('echo');
  });
});

describe('search', () => {
  test('counts every guess once, and the hits in its last bar', () => {
    const found = search({ freedom: 5, range: 5, seed: 2 }, 2);
    expect(found.reach.reduce((sum, count) => sum + count, 0)).toBe(found.guesses);
    expect(found.reach.at(-1)).toBe(found.hits.length);
  });
});
