import { describe, expect, test } from 'vitest';
import { decodeSettings, defaults, encodeSettings } from '#components/lib/settings.ts';
import {
  anatomyMachine,
  keyOf,
  operandsOf,
  overlap,
  partsByKey,
  runAnatomy,
  summandsOf,
  valueOf,
} from '#components/views/anatomy.ts';
import { wires } from '#components/views/wiring.ts';
import { anatomySettings, PARAMETERS, paramsOf } from '#components/widgets/anatomy-settings.ts';

const first = defaults(anatomySettings);
const trace = runAnatomy(paramsOf(first), 'a“b”c');
const keys = (of: string): string[] =>
  operandsOf(partsByKey.get(of) ?? { q: of, lag: 0 }).map(keyOf);

describe('anatomyMachine', () => {
  test('the network has 6 + 9 + 3 + 6 + 2 = 26 parameters', () => {
    expect(PARAMETERS.map((name) => anatomyMachine.layout.length(name))).toEqual([6, 9, 3, 6, 2]);
    expect(anatomyMachine.layout.thetaSize).toBe(26);
  });
});

describe('summandsOf', () => {
  test.each(['a_h.1', 'a_h.2', 'a_h.3', 'o.1', 'o.2'])(
    'the summands of %s add up to what the machine computed, at every step',
    (key) => {
      const part = partsByKey.get(key) ?? { q: '', lag: 0 };
      for (let t = 1; t <= trace.length; t++) {
        const products = summandsOf(part).map(({ weight, times }) =>
          times === undefined
            ? valueOf(trace, t, weight)
            : valueOf(trace, t, weight) * valueOf(trace, t, times),
        );
        const sum = products.reduce((total, product) => total + product, 0);
        // the machine adds whole products first: a few roundings in another order
        expect(Math.abs(sum - valueOf(trace, t, part))).toBeLessThan(1e-14);
      }
    },
  );
});

describe('operandsOf', () => {
  test('a unit is made of its row of both matrices, the input, the old state and its bias', () => {
    expect(keys('h.2')).toEqual(['a_h.2', 'W_xh.2', 'x', 'W_hh.2', 'h_before', 'b_h.2']);
  });

  test('an answer depends on all sums, since softmax shares one whole out', () => {
    expect(keys('y.1')).toEqual(['o', 'W_hy', 'h', 'b_y']);
  });

  test('inputs, weights and the old state are made of nothing within the step', () => {
    for (const key of ['x.1', 'W_hh.23', 'b_y', 'h_before.1']) expect(keys(key)).toEqual([]);
  });
});

describe('overlap', () => {
  test('a matrix overlaps its entries, an entry no other entry', () => {
    const entry = { q: 'W_hh', lag: 0, i: 2, j: 3 } as const;
    expect(overlap({ q: 'W_hh', lag: 0 }, entry)).toBe(true);
    expect(overlap({ q: 'W_hh', lag: 0, i: 2, j: 1 }, entry)).toBe(false);
  });

  test('the state overlaps itself, not the state of one step ago', () => {
    expect(overlap({ q: 'h', lag: 0 }, { q: 'h', lag: 1 })).toBe(false);
  });
});

describe('wires', () => {
  test('there is one wire for each weight, and those of W_hh alone go through time', () => {
    expect(wires).toHaveLength(21);
    expect(
      wires.filter(({ isThroughTime }) => isThroughTime).every(({ part }) => part.q === 'W_hh'),
    ).toBe(true);
  });
});

describe('anatomySettings', () => {
  test('a link carries weights, step and part, and reads back to the same', () => {
    const changed = { ...first, 'W_hh.23': -1.5, step: 4, part: 'y.1', text: '“’ö' };
    const query = encodeSettings(anatomySettings, changed);
    expect(decodeSettings(anatomySettings, query)).toEqual({ values: changed, problems: [] });
  });

  test('the network says inside and outside rightly for every text of up to six characters', () => {
    const judge = (text: string, inside: 0 | 1): void => {
      if (text !== '') {
        const answers = runAnatomy(paramsOf(first), text).value('y', text.length);
        expect(answers[inside], text).toBeGreaterThan(0.75);
      }
      if (text.length === 6) return;
      judge(`${text}a`, inside);
      judge(text + (inside === 1 ? '”' : '“'), inside === 1 ? 0 : 1);
    };
    judge('', 0);
  });
});
