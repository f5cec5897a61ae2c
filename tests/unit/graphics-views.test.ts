import { describe, expect, test } from 'vitest';
import { crossingOf, type Timing } from '#components/gpu/crossing.ts';
import { joined, stripsOf } from '#components/gpu/strips.ts';
import { runs } from '#components/primitives/runs.ts';
import { endOf, fateOf, firstMap, nearest, SIDE } from '#components/views/phase-map.ts';
import {
  BET_GAPS,
  borderOf,
  memberAt,
  missedBy,
  populationPixels,
  readBets,
  solvedIn,
} from '#components/views/population.ts';
import { sampleOf } from '#components/views/population-sample.ts';
import { phasePlanes } from '#engine/analysis/phase-planes.ts';
import { log } from '#engine/math/index.ts';
import { gapOf, KEPT, networks, POPULATION, radiusOf } from '#engine/models/population.ts';

describe('runs', () => {
  test('has a line for each run of neighbours, the lowest row last', () => {
    const marked = new Set([0, 1, 3, 6, 7]);
    expect(runs(4, 2, (place) => marked.has(place))).toBe('M0 1.5h2M3 1.5h1M2 0.5h2');
  });
});

describe('stripsOf', () => {
  test('covers every row once, and joined puts the parts in their order', () => {
    const area = { across: [0, 1], up: [0, 1], columns: 3, rows: 10 } as const;
    const works = stripsOf('cliff', area, { T: 5 }, 4);
    expect(works.map(({ firstRow, rows }) => [firstRow, rows])).toEqual([
      [0, 4],
      [4, 4],
      [8, 2],
    ]);
    const parts = works.map(({ rows }) => [new Float64Array(rows), Float64Array.of(rows)]);
    expect(joined(parts)).toEqual([new Float64Array(10), Float64Array.of(4, 4, 2)]);
    expect(joined([[Float32Array.of(0.1)]])[0]).toBeInstanceOf(Float32Array);
  });
});

describe('the phase map', () => {
  test('calls a change vanished below a tenth and exploded above tenfold', () => {
    expect([-2.4, -2.2, 0, 2.2, 2.4].map(fateOf)).toEqual([
      'vanishes',
      'holds',
      'holds',
      'holds',
      'explodes',
    ]);
    expect(endOf(0)).toContain('nowhere');
    expect(endOf(1)).toContain('fixed point');
    expect(endOf(5)).toContain('5 steps');
  });

  test('looks at a network of the finest map, also where it was pointed outside', () => {
    const { across, up } = phasePlanes.weights;
    expect(nearest('weights', -99, 99)).toEqual({
      column: 0,
      row: SIDE - 1,
      x: across[0],
      y: up[1],
    });
    const { x, y } = nearest('weights', 1.234, -2.5);
    expect(nearest('weights', x, y)).toMatchObject({ x, y });
    expect(Math.abs(x - 1.234)).toBeLessThanOrEqual((across[1] - across[0]) / (SIDE - 1) / 2);
  });

  test('counts every network of its first state once', () => {
    const { columns, rows, shares, vanishes, explodes } = firstMap('weights');
    expect(shares.vanishes + shares.holds + shares.explodes).toBe(columns * rows);
    const covered = [...vanishes, ...explodes].join('').matchAll(/h(\d+)/g);
    expect([...covered].reduce((sum, [, length]) => sum + Number(length), 0)).toBe(
      shares.vanishes + shares.explodes,
    );
  });
});

describe('the population', () => {
  /** All networks whose spectral radius lies above a line through the gaps have learned it. */
  const split = (line: (gap: number) => number): Float64Array => {
    const kept = new Float64Array(networks * KEPT);
    for (let n = 0; n < networks; n++) {
      const [column, row] = [n % POPULATION.columns, Math.floor(n / POPULATION.columns)];
      kept[(n + 1) * KEPT - 1] = radiusOf(row) > line(gapOf(column)) ? 0.01 : log(2);
    }
    return kept;
  };
  const step = radiusOf(1) - radiusOf(0);

  test('finds the border that was drawn, to half a row, and how far a bet lies from it', () => {
    const line = (gap: number): number => 0.2 + 0.05 * gap;
    const border = borderOf(split(line));
    expect(border.length).toBe(20);
    for (const { gap, radius } of border)
      expect(Math.abs(radius - line(gap))).toBeLessThanOrEqual(step / 2 + 1e-12);
    const bets = BET_GAPS.map((gap) => border[gap - 1]!.radius);
    expect(missedBy(bets, border)).toBe(0);
    expect(
      missedBy(
        bets.map((bet) => bet + 0.3),
        border,
      ),
    ).toBeCloseTo(0.3, 12);
  });

  test('lays the border below all rows where all have learned it, and above where none has', () => {
    expect(borderOf(split(() => -1))[4]!.radius).toBeLessThan(radiusOf(0));
    expect(borderOf(split(() => 9))[4]!.radius).toBeGreaterThanOrEqual(radiusOf(0) - step / 2);
    expect(solvedIn(split(() => -1))).toBe(networks);
    expect(solvedIn(split(() => 9))).toBe(0);
  });

  test('paints what has learned it strongly, what stands at chance not, and what has not begun not', () => {
    const cover = (kept: Float64Array): number => populationPixels(kept, [[1, 2, 3]])[3]!;
    expect(cover(split(() => -1))).toBeGreaterThan(200);
    expect(cover(split(() => 9))).toBe(0);
    expect(cover(new Float64Array(networks * KEPT).fill(NaN))).toBe(0);
  });

  test('finds the network under a place', () => {
    expect(memberAt(0.5, 0)).toEqual({ column: 0, row: 0 });
    expect(memberAt(20.5, 2)).toEqual({ column: POPULATION.columns - 1, row: POPULATION.rows - 1 });
    const member = memberAt(7, radiusOf(33));
    expect([gapOf(member.column), member.row]).toEqual([7, 33]);
  });

  test('shows readers without scripts a sample in which some have learned it and some not', () => {
    const { columns, rows, share, solved } = sampleOf();
    expect(columns * rows).toBe(280);
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.9);
    expect(solved).toMatch(/^M\d/);
  });

  test('reads the bets that a device keeps', () => {
    expect(readBets('0.1 0.2 0.3')).toEqual([0.1, 0.2, 0.3]);
    expect(readBets('skipped')).toBe('skipped');
    expect(readBets(null)).toBeUndefined();
  });
});

describe('crossingOf', () => {
  const timing = (networks: number, cpu: number, gpu: number): Timing => ({
    ...{ networks, cpu, gpu, largest: 0, middle: 0, by: 'gpu' },
  });

  test('lies between the last place where the CPU was faster and the next', () => {
    const found = [timing(4, 1, 2), timing(16, 2, 1), timing(64, 4, 5), timing(256, 9, 6)];
    expect(crossingOf(found)).toEqual([64, 256]);
    expect(crossingOf(found.slice(0, 3))).toBeUndefined();
    expect(crossingOf([timing(4, 2, 1)])).toEqual([0, 4]);
    expect(crossingOf([])).toBeUndefined();
  });
});
