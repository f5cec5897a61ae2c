import { describe, expect, test } from 'vitest';
import {
  digitsShared,
  isProblem,
  offsetOf,
  pointedLine,
  readStarts,
  setUp,
} from '#components/views/bench.ts';
import { bent, blocks } from '#components/views/carousel.ts';
import { litWords, readCount } from '#components/views/counting.ts';
import { allDials, leakOutcome, leakStates } from '#components/views/leak-dial.ts';
import { gruShare } from '#components/views/pair-parts.ts';
import { heatsOf, keyOf, lanesOf as raceLanes, SEEDS, winners } from '#components/views/race.ts';
import { layOutValves } from '#components/views/valve-layout.ts';
import { gatesOf, lanesOf } from '#components/views/valves.ts';
import { benchSettings, presetText, PRESETS } from '#components/widgets/bench-settings.ts';
import { cells, gru, gruResetBefore, lstm, lstm1997, play, compile } from '#engine/index.ts';
import { endlessRun, rightShare } from '#engine/models/endless.ts';
import { entrants, type HeatResult } from '#engine/models/race.ts';
import { trainedCounter } from '#engine/models/counting.ts';

describe('lanesOf', () => {
  test('finds in an LSTM the cell with two valves, and the view with one', () => {
    const [cell, view] = lanesOf(lstm);
    expect(cell?.branches.map(({ content, gates }) => [content, gates[0]?.name])).toEqual([
      ['c', 'f'],
      ['g', 'i'],
    ]);
    expect(view?.branches[0]).toMatchObject({ content: 'c', lag: 0, squeeze: 'tanh' });
  });

  test('finds no valve on the cell of 1997', () => {
    expect(lanesOf(lstm1997)[0]?.branches[0]?.gates).toEqual([]);
  });

  test('finds the update gate of a GRU twice, once as what is missing to 1', () => {
    const gates = lanesOf(gru)
      .at(-1)
      ?.branches.flatMap((branch) => branch.gates);
    expect(gates).toEqual([
      { name: 'z', isComplement: true },
      { name: 'z', isComplement: false },
    ]);
  });

  test('tells a reset gate before the matrix from one behind it', () => {
    const reset = (program: typeof gru | typeof gruResetBefore) =>
      lanesOf(program)[0]?.branches.find(({ gates }) => gates[0]?.name === 'r');
    expect(reset(gru)).toMatchObject({ content: 'q', matrix: undefined });
    expect(reset(gruResetBefore)).toMatchObject({ content: 'h', lag: 1, matrix: 'W_hn' });
  });

  test('names only quantities that the trace has', () => {
    for (const cell of cells)
      for (const { branches } of lanesOf(cell))
        for (const { content, flow, gates } of branches)
          for (const name of [content, flow, ...gates.map((gate) => gate.name)])
            if (name !== undefined)
              expect(cell.quantities.has(name), `${cell.name}: ${name}`).toBe(true);
  });
});

describe('layOutValves', () => {
  test('puts no two things of any cell on one spot, and everything inside', () => {
    for (const cell of cells) {
      const lanes = lanesOf(cell);
      if (lanes.length === 0) continue;
      const { width, height, lanes: placed } = layOutValves(lanes);
      const spots = placed.flatMap(({ out, squeeze, branches }) => [
        out,
        ...(squeeze === undefined ? [] : [squeeze]),
        ...branches.flatMap(({ pill, squeeze: inner, valves, matrix }) =>
          [pill, inner, ...valves, matrix].filter((spot) => spot !== undefined),
        ),
      ]);
      const keys = spots.map(({ x, y }) => `${x} ${y}`);
      expect(new Set(keys).size, cell.name).toBe(keys.length);
      for (const { x, y } of spots) {
        expect(x > 0 && x < width, cell.name).toBe(true);
        expect(y > 0 && y < height, cell.name).toBe(true);
      }
    }
  });

  test('counts three gates in an LSTM and two in a GRU', () => {
    expect(gatesOf(lstm)).toHaveLength(3);
    expect(gatesOf(gru)).toHaveLength(2);
  });
});

describe('the leak dial', () => {
  test('keeps the same share at every letter', () => {
    const states = leakStates(0.25);
    states.slice(1).forEach((state, n) => expect(state / (states[n] ?? NaN)).toBeCloseTo(0.75, 12));
  });

  test('grants no dial both wishes', () => {
    for (let alpha = 0.01; alpha < 1; alpha += 0.01) {
      const { isFirm, isLong } = leakOutcome(alpha);
      expect(isFirm && isLong, `leak ${alpha}`).toBe(false);
    }
  });

  test('draws a curve that only falls', () => {
    const heights = allDials(100).map(([, letters]) => letters);
    expect(heights).toEqual(heights.toSorted((a, b) => b - a));
  });
});

describe('the shares of a GRU', () => {
  test('add up to 1, whatever its update gate means', () => {
    for (const update of ['keeps', 'writes'] as const)
      expect(gruShare('keep', 0.3, update) + gruShare('write', 0.3, update)).toBeCloseTo(1, 15);
  });
});

describe('the endless text', () => {
  test('is counted in blocks that have every character once', () => {
    const run = endlessRun(2000, 1, 2000);
    const parts = blocks(run, 2000);
    const sum = parts.reduce(
      (all, { first, last, right }) => all + (right ?? 0) * (last - first + 1),
      0,
    );
    expect(sum).toBeCloseTo(2000 * rightShare(run, 1, 2000), 9);
  });

  test('shows no block that was not read to its end', () => {
    expect(
      blocks(endlessRun(2000, 1, 2000), 100).filter(({ right }) => right !== undefined),
    ).toHaveLength(3);
  });

  test('is drawn on an axis that treats both signs alike', () => {
    expect(bent(-99)).toBe(-bent(99));
    expect(bent(99)).toBeCloseTo(2, 12);
  });
});

describe('the race', () => {
  test('runs every entrant from every seed once, seed by seed', () => {
    const heats = heatsOf(40, 5);
    expect(new Set(heats.map(keyOf)).size).toBe(SEEDS * entrants.length);
    expect(heats.slice(0, entrants.length).every(({ seed }) => seed === 5)).toBe(true);
  });

  test('is won by the larger share, then by the quicker middle', () => {
    const result = (entrant: string, seed: number, solvedAt: number | undefined): HeatResult => ({
      entrant,
      gap: 40,
      seed,
      solvedAt,
      loss: 0,
    });
    const lanes = raceLanes([
      result('rnn', 1, 9),
      result('rnn', 2, undefined),
      result('gru-2', 1, 60),
      result('gru-2', 2, 70),
      result('lstm-1', 1, 50),
    ]);
    expect(winners(lanes).map(({ entrant }) => entrant.id)).toEqual(['lstm-1']);
    expect(winners(raceLanes([]))).toEqual([]);
  });
});

describe('a count', () => {
  const counter = trainedCounter('lstm', 1);

  test('is right up to its reach and wrong beyond', () => {
    expect(readCount(counter, counter.reach).isRight).toBe(true);
    expect(readCount(counter, counter.reach + 1).isRight).toBe(false);
  });

  test('is told in words', () => {
    expect(litWords([], 8)).toBe('never lights its lamp');
    expect(litWords([8], 8)).toContain('nowhere else');
    expect(litWords([7, 8], 8)).toBe('lights its lamp 1 character early');
  });
});

describe('the bench', () => {
  test('takes every preset, and finds its gradient right to seven digits and more', () => {
    for (const preset of Object.keys(PRESETS)) {
      const outcome = setUp(presetText(preset), PRESETS[preset]?.start ?? '');
      if (isProblem(outcome)) throw new Error(`${preset}: ${outcome.found}`);
      expect(digitsShared(outcome.check.worst), preset).toBeGreaterThanOrEqual(7);
      expect(presetText(preset).length).toBeLessThanOrEqual(benchSettings.cell.maxLength);
    }
  });

  test('says where a text makes no sense', () => {
    const outcome = setUp('h[t] = tanh(W x[t] + c[t-1])', '');
    expect(outcome).toMatchObject({ place: { line: 1, column: 22 } });
  });

  test.each([
    ['a cell that shows no h', 'c[t] = tanh(W x[t] + U c[t-1])', '', 'no equation for «h[t]»'],
    ['a start that it has no parameter for', 'h[t] = tanh(W x[t])', 'b_f = 1', '«b_f»'],
    ['a start that is no number', 'h[t] = tanh(W x[t])', 'W = big', 'write for example b_f = 3'],
    ['a name that the lamp needs', 'y[t] = tanh(W x[t])\nh[t] = tanh(y[t])', '', '«y»'],
  ])('tells %s', (_, text, start, part) => {
    const outcome = setUp(text, start);
    expect(isProblem(outcome) && outcome.found).toContain(part);
  });

  test('reads starts as people type them', () => {
    expect(readStarts('b_f = 3; b_i = −2')).toEqual({ b_f: 3, b_i: -2 });
    expect(readStarts('  ')).toEqual({});
  });

  test('points at the very character', () => {
    const text = 'f[t] = 1\nh[t] = tahn(x[t])';
    const place = { line: 2, column: 8 };
    const { line, pointer } = pointedLine(text, place);
    expect(line.charAt(pointer.indexOf('▲'))).toBe('t');
    expect(text.slice(offsetOf(text, place))).toBe('tahn(x[t])');
  });
});

test('the flow of a branch is what its gates leave of its content', () => {
  const machine = compile(lstm, { D: 1, H: 1 });
  const names = ['i', 'f', 'g', 'o'];
  const params = Object.fromEntries(
    names.flatMap((gate, n) => [
      [`W_x${gate}`, 0.5 + n],
      [`W_h${gate}`, -0.3],
      [`b_${gate}`, 0.1],
    ]),
  );
  const trace = play(machine, { params, inputs: [1, 0.5] });
  const [cell] = lanesOf(lstm);
  for (const { content, lag, flow, gates } of cell?.branches ?? []) {
    const at = (name: string, t: number): number => trace.value(name as 'c', t)[0] ?? NaN;
    expect(at(flow ?? '', 2)).toBe(at(content, 2 - lag) * at(gates[0]?.name ?? '', 2));
  }
});
