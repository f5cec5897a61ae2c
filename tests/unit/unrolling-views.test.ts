import { describe, expect, test } from 'vitest';
import { decodeSettings, defaults, encodeSettings } from '#components/lib/settings.ts';
import { flipped, judge, nodeOf, windowAround } from '#components/views/error-nodes.ts';
import { along, layOut, nearest } from '#components/views/morph.ts';
import { fillingShare, runBatch, wrongRows } from '#components/views/padded.ts';
import { changedByCut, nameOf, PRESETS, SHAPES, switches } from '#components/views/shapes.ts';
import { countNumbers, runTied, unitsAt } from '#components/views/tied-layer.ts';
import { stepsReached } from '#components/views/wires.ts';
import { errorSettings } from '#components/widgets/error-settings.ts';
import { firstMatrices, matricesOf, tieSettings } from '#components/widgets/tie-untie-settings.ts';
import { encodeQuotes, play } from '#engine/index.ts';
import { marked, quotations, tiedDefaults, trainTied } from '#engine/models/tied-untied.ts';
import { lampMachine } from '#components/views/lamp.ts';

describe('layOut', () => {
  test.each(['across', 'down'] as const)('%s, closed, all copies lie on one place', (direction) => {
    const { places } = layOut(5, 0, direction);
    for (const { state } of places) expect(state).toEqual(places[0]?.state);
  });

  test('a closed loop leaves its node and comes back to it; an open wire is straight', () => {
    const [, loop] = layOut(5, 0, 'across').through;
    const [, open] = layOut(5, 1, 'across').through;
    expect(loop?.[0].x).toBeGreaterThan(loop?.[3].x ?? Infinity);
    expect(loop === undefined ? 0 : along(loop, 0.5).y).toBeLessThan((loop?.[0].y ?? 0) - 40);
    expect(open?.every(({ y }) => y === open[0].y)).toBe(true);
    expect(open?.[0].x).toBeLessThan(open?.[3].x ?? -Infinity);
  });

  test('a small pull moves everything a little: the way from loop to chain has no jump', () => {
    for (let pull = 0; pull < 1; pull += 0.05) {
      const [one, other] = [layOut(8, pull, 'across'), layOut(8, pull + 0.001, 'across')];
      one.places.forEach(({ state }, index) =>
        expect(Math.abs(state.x - (other.places[index]?.state.x ?? NaN))).toBeLessThan(1),
      );
    }
  });

  test('inputs and lamps keep their places while the copies move', () => {
    const still = (pull: number) =>
      layOut(6, pull, 'down').places.map(({ input, lamp }) => [input, lamp]);
    expect(still(0.4)).toEqual(still(1));
  });

  test('the nearest copy to a point on a node is that node', () => {
    const layout = layOut(5, 1, 'across');
    for (const { t, state } of layout.places) expect(nearest(layout, state)).toBe(t);
  });
});

describe('runTied', () => {
  const text = 'a“b”c';

  test('equal matrices give the numbers of the loop', () => {
    const trace = runTied(text, firstMatrices(5));
    expect(unitsAt(trace, 5)).toEqual(unitsAt(runTied(text, firstMatrices(5)), 5));
    expect(unitsAt(trace, 0)).toEqual([-0.9, -0.6]);
  });

  test('untied, a change of one copy moves its own state and later ones, and no earlier one', () => {
    const values = { ...defaults(tieSettings), tying: 'untied' as const, 'W3.11': -1.6 };
    const [changed, first] = [
      runTied(text, matricesOf(values, 5)),
      runTied(text, firstMatrices(5)),
    ];
    for (const t of [1, 2]) expect(unitsAt(changed, t)).toEqual(unitsAt(first, t));
    for (const t of [3, 4, 5]) expect(unitsAt(changed, t)).not.toEqual(unitsAt(first, t));
  });

  test('tied, one number stands on all wires; untied, the wires end with the copies', () => {
    const values = { ...defaults(tieSettings), 'W1.12': 2.5 };
    expect(matricesOf(values, 8).map((matrix) => matrix['12'])).toEqual(Array(8).fill(2.5));
    expect(matricesOf({ ...values, tying: 'untied' }, 8)).toHaveLength(5);
  });

  test('the loop has 4 numbers tied and 20 untied, the network 11 and 55', () => {
    expect(countNumbers('tied')).toEqual({ loop: 4, all: 11 });
    expect(countNumbers('untied')).toEqual({ loop: 20, all: 55 });
  });
});

describe('trainTied', () => {
  test('an input weight whose input was always 0 does not move by one bit', () => {
    const work = trainTied({ ...tiedDefaults, tying: 'untied', updates: 40, seed: 3 }, 8);
    for (;;) {
      const next = work.next();
      if (next.done !== true) continue;
      const { before, after } = next.value;
      for (const t of [5, 6, 7, 8]) expect(after[`u_${t}`]).toBe(before[`u_${t}`]);
      for (const t of [1, 2, 3, 4]) expect(after[`u_${t}`]).not.toBe(before[`u_${t}`]);
      return;
    }
  });

  test('there are n + n(n − 1)/2 quotations with marks at n places', () => {
    expect(quotations(1, 4)).toHaveLength(10);
    expect(marked(5, { open: 2, close: 4 })).toEqual({ x: [0, 1, 0, -1, 0], d: [0, 1, 1, 0, 0] });
  });
});

describe('nameOf', () => {
  test.each(SHAPES)('the preset %s has its own name', (shape) => {
    const { inputs, outputs } = PRESETS[shape];
    expect(nameOf(inputs, outputs)).toBe(shape);
  });

  test.each([
    ['100000', '000100', 'one-later'],
    ['001000', '100000', 'early'],
    ['111111', '001000', 'early'],
    ['110000', '011100', 'mixed'],
    ['000000', '111111', 'no-input'],
    ['111111', '000000', 'no-answer'],
  ])('inputs %s with answers %s are «%s»', (inputs, outputs, name) => {
    expect(nameOf(switches(inputs), switches(outputs))).toBe(name);
  });
});

describe('changedByCut', () => {
  test('one-to-one loses nothing without its blue wire, the other shapes lose an answer', () => {
    expect(changedByCut(PRESETS['one-to-one'])).toEqual({ changed: 0, asked: 1 });
    for (const shape of SHAPES.filter((each) => each !== 'one-to-one'))
      expect(changedByCut(PRESETS[shape]).changed, shape).toBeGreaterThan(0);
  });
});

describe('judge', () => {
  const weights = { w: 2, u: 3, b: 0, a: 4, c: 0 };

  test('the sum of the losses of the canonical text is 0.148286855060', () => {
    expect(judge(weights, 'a“b”c', '', '').total).toBeCloseTo(0.14828685506, 11);
  });

  test('a loss that is switched off leaves the sum by itself, and no state', () => {
    const [all, less] = [
      judge(weights, 'a“b”c', '', ''),
      judge(weights, 'a“b”c', flipped('', 4), ''),
    ];
    // two sums of five terms, one of them 0
    expect(all.total - less.total).toBeCloseTo(all.trace.value('L', 4)[0] ?? NaN, 14);
    expect(less.trace.value('h', 5)[0]).toBe(all.trace.value('h', 5)[0]);
  });

  test('inputs and states have a part in losses from their step on, lamps in one', () => {
    const { graph } = judge(weights, 'a“b”c', '', '');
    for (let t = 1; t <= 5; t++) {
      const later = [1, 2, 3, 4, 5].filter((each) => each >= t);
      expect(stepsReached(graph, { name: 'h', t }, 'L').sort()).toEqual(later);
      expect(stepsReached(graph, { name: 'x', t }, 'L').sort()).toEqual(later);
      expect(stepsReached(graph, { name: 'y', t }, 'L')).toEqual([t]);
    }
  });

  test('turning a switch twice gives it back, and keys name nodes that the text has', () => {
    expect(flipped(flipped('01000000', 3), 3)).toBe('01000000');
    expect(nodeOf('h.3', 5)).toEqual({ name: 'h', t: 3 });
    expect(nodeOf('h.6', 5)).toBeUndefined();
    expect(nodeOf('none', 5)).toBeUndefined();
  });

  test('three steps are in view, at both ends of the text too', () => {
    expect([1, 3, 5].map((centre) => windowAround(centre, 5))).toEqual([
      [1, 2, 3],
      [2, 3, 4],
      [3, 4, 5],
    ]);
    expect(windowAround(1, 2)).toEqual([1, 2]);
  });
});

describe('runBatch', () => {
  const latch = { w: 2, b: 0 };
  const texts = ['he “ran”', 'a cat', '“no'];

  test('with the mask the mean is that of the texts by themselves, in any company', () => {
    const alone = texts.map((text) => {
      const items = encodeQuotes(text);
      return play(lampMachine, {
        params: { w: 2, u: 3, b: 0, a: 4, c: 0 },
        initial: { h: -1 },
        inputs: items.map(({ x }) => x),
        targets: items.map(({ inside }) => inside),
      }).loss();
    });
    const sum = alone.reduce((total, loss) => total + loss, 0);
    expect(runBatch(texts, latch, 'every', true).mean).toBeCloseTo(sum / 16, 15);
    expect(fillingShare(runBatch(texts, latch, 'every', true))).toBe(0);
  });

  test('without it nearly all of the mean comes from filling', () => {
    const batch = runBatch(texts, latch, 'every', false);
    expect(fillingShare(batch)).toBeGreaterThan(0.9);
    expect(batch).toMatchObject({ filled: 24, own: 16, widths: [3, 3, 3, 2, 2, 1, 1, 1] });
  });

  test('a neuron that fades gives a wrong last answer behind the filling, and a right one before it', () => {
    const fading = { w: 0.9, b: -0.1 };
    expect(wrongRows(runBatch(texts, fading, 'last', false))).toEqual([3]);
    expect(wrongRows(runBatch(texts, fading, 'last', true))).toEqual([]);
    expect(wrongRows(runBatch(texts, latch, 'last', false))).toEqual([]);
  });
});

describe('the settings of chapter 2', () => {
  test('a link carries weights, switches and the chosen node, and reads back to the same', () => {
    const changed = { ...defaults(errorSettings), w: 1.5, off: '01000000', node: 'h.2' };
    const query = encodeSettings(errorSettings, changed);
    expect(decodeSettings(errorSettings, query)).toEqual({ values: changed, problems: [] });
  });
});
