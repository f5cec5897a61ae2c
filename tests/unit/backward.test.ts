import { describe, expect, test } from 'vitest';
import { lengthOf, movesTo, placeOf, playQuotes, viewAt } from '#components/views/backward.ts';
import {
  bptt,
  compile,
  gru,
  join,
  lstm,
  neuronLamp,
  rnn,
  sigmoidHead,
  type Machine,
} from '#engine/index.ts';
import { randomSetting } from '#tests/laws/random-setting.ts';

const sizes = { D: 2, H: 2, K: 1 };
const machines: readonly (readonly [string, Machine])[] = [
  ['the lamp', compile(neuronLamp)],
  ...[rnn, lstm, gru].map((cell) => [cell.name, compile(join(cell, sigmoidHead), sizes)] as const),
];
const TEXT = 'a“b”c';

describe.each(machines)('going back through %s', (_, machine) => {
  const { params } = randomSetting(machine, 1, 3);
  const trace = playQuotes(machine, params, {}, TEXT);
  const total = lengthOf(machine, trace.length);

  test('every move has a place, and every place its move', () => {
    for (let moves = 1; moves <= total; moves++)
      expect(movesTo(machine, trace.length, placeOf(machine, trace.length, moves))).toBe(moves);
  });

  test('ends at the gradients of bptt, bit for bit', () => {
    viewAt(machine, trace, placeOf(machine, trace.length, total));
    const stepped = trace.grads.slice();
    bptt(machine, trace);
    expect(stepped).toEqual(trace.grads);
  });

  test('each move adds one term and nothing else', () => {
    const start = trace.length * machine.forward.length;
    for (let moves = start + 2; moves <= total; moves++) {
      const place = placeOf(machine, trace.length, moves);
      if (place.done === 1) continue;
      viewAt(machine, trace, placeOf(machine, trace.length, moves - 1));
      const before = trace.grads.slice();
      const last = viewAt(machine, trace, place).contributions.at(-1);
      if (last === undefined) throw new Error('nothing was added');
      const at = trace.start(last.into.name, last.into.t);
      expect([...trace.grads.subarray(at, at + last.after.length)]).toEqual(last.after);
      expect([...before.subarray(at, at + last.before.length)]).toEqual(last.before);
      trace.grads.fill(0, at, at + last.after.length);
      before.fill(0, at, at + last.after.length);
      expect(trace.grads).toEqual(before);
    }
  });

  test('blames the state for its own answer and for what came after, and for nothing else', () => {
    const { blames } = viewAt(machine, trace, placeOf(machine, trace.length, total));
    for (const { local, future, total: whole } of blames) {
      const sum = whole.map((_, i) => (local?.[i] ?? 0) + (future?.[i] ?? 0));
      // the machine adds each term to what is there; here the terms of either kind are added first
      whole.forEach((value, i) => expect(Math.abs(value - (sum[i] ?? NaN))).toBeLessThan(1e-14));
    }
    expect(blames.at(-1)?.future).toBeUndefined();
    expect(blames[0]?.local).toBeUndefined();
  });

  test('knows no gradient on the way forwards', () => {
    viewAt(machine, trace, placeOf(machine, trace.length, 1));
    expect(trace.grads.every((value) => value === 0)).toBe(true);
  });
});
