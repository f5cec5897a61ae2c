import { describe, expect, test } from 'vitest';
import { compile, play, rnn, type Machine } from '#engine/index.ts';
import { extractMachine, follow, type Run } from '#engine/analysis/state-machine.ts';
import { clusters } from '#engine/math/clusters.ts';
import { rng } from '#engine/math/index.ts';
import { finiteMachines, truth } from '#engine/tasks/machines.ts';

const MARKS = { a: 0, '“': 1, '”': -1 } as const;
type Symbol = keyof typeof MARKS;

/** The latch of chapter 1 reads random texts. */
function latchRuns(count: number): Run[] {
  const machine: Machine = compile(rnn, { D: 1, H: 1 });
  const random = rng(3).stream('texts');
  return Array.from({ length: count }, () => {
    const symbols = Array.from(
      { length: 20 },
      () => (['a', '“', '”'] as const)[random.integer(0, 2)] ?? 'a',
    );
    const trace = play(machine, {
      params: { W_xh: 3, W_hh: 2, b_h: 0 },
      initial: { h: -1 },
      inputs: symbols.map((symbol) => MARKS[symbol]),
    });
    return { symbols, states: [0, ...symbols].map((_, t) => [...trace.value('h', t)]) };
  });
}

describe('extractMachine', () => {
  test('extractMachine finds in the latch a machine of two nodes that is always right', () => {
    const machine = extractMachine(latchRuns(20), 2, rng(1).stream('clusters'));
    expect(machine.consistency).toBe(1);
    expect(machine.edges).toHaveLength(6);
    const text: Symbol[] = ['a', '“', 'a', '“', '”', 'a', '”', '“'];
    const marks = text.map((character) => ({ character, x: MARKS[character] }));
    const nodes = follow(machine, text).slice(1);
    expect(nodes.map((node) => node !== machine.start)).toEqual(truth(finiteMachines.latch, marks));
  });

  test('extractMachine with one node is consistent and tells nothing', () => {
    const machine = extractMachine(latchRuns(3), 1, rng(1).stream('clusters'));
    expect(machine.consistency).toBe(1);
    expect(follow(machine, ['“', '”'])).toEqual([0, 0, 0]);
  });

  test('extractMachine says how often an edge was not followed', () => {
    const run = { symbols: ['a', 'a', 'a', 'a'], states: [[0], [0], [1], [0], [0]] };
    const { edges, consistency } = extractMachine([run], 2, rng(1).stream('clusters'));
    // from the node at 0 three steps: two stay, one leaves; from the node at 1 one step back
    expect(edges.map(({ agreeing, total }) => [agreeing, total]).toSorted()).toEqual([
      [1, 1],
      [2, 3],
    ]);
    expect(consistency).toBe(0.75);
  });

  test('extractMachine lists edges by node, then by symbol', () => {
    const symbols = ['b', 'a', 'c', 'b', 'c', 'a', 'b'];
    const states = [[0], [0], [9], [0], [9], [9], [9], [9]];
    const { edges } = extractMachine([{ symbols, states }], 2, rng(1).stream('clusters'));
    const places = edges.map(({ from, symbol }) => `${from}${symbol}`);
    expect(places).toHaveLength(5);
    expect(places).toEqual(places.toSorted());
  });

  test('extractMachine names a run without its first state', () => {
    expect(() =>
      extractMachine([{ symbols: ['a'], states: [[0]] }], 1, rng(1).stream('clusters')),
    ).toThrow('1 states for 1 symbols');
  });
});

describe('clusters', () => {
  test('clusters put every point to its nearest centre, and centres in the middle', () => {
    const random = rng(8).stream('points');
    const points = Array.from({ length: 90 }, (_, n) => [
      random.normal() + (n % 3) * 10,
      random.normal(),
    ]);
    const { centres, groups } = clusters(points, 3, rng(1).stream('clusters'));
    points.forEach((point, n) => {
      const distances = centres.map((centre) =>
        centre.reduce((sum, value, i) => sum + (value - (point[i] ?? NaN)) ** 2, 0),
      );
      expect(groups[n]).toBe(distances.indexOf(Math.min(...distances)));
    });
    // three heaps that are ten apart: a group is a heap
    for (const n of [0, 1, 2]) expect(new Set(groups.filter((_, i) => i % 3 === n)).size).toBe(1);
  });

  test('clusters are fewer where fewer points differ', () => {
    expect(clusters([[1], [1], [1]], 3, rng(1).stream('clusters')).centres).toEqual([[1]]);
  });
});
