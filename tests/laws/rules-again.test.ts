import { describe, expect, test } from 'vitest';
import {
  bptt,
  compile,
  gradcheck,
  join,
  lstm,
  play,
  rnn,
  sigmoidHead,
  softmaxHead,
} from '#engine/index.ts';
import { contributions } from '#engine/learn/contributions.ts';
import { bpttCtc } from '#engine/learn/ctc.ts';
import { Influence, rtrl } from '#engine/learn/rtrl.ts';
import { tbptt } from '#engine/learn/tbptt.ts';
import type { Trace } from '#engine/machine/trace.ts';
import { compileSmall, randomSetting } from './random-setting.ts';

const machine = compileSmall(join(lstm, sigmoidHead));
const played = (length = 5): Trace => play(machine, randomSetting(machine, length, 1));

describe('a learning rule', () => {
  const rules: readonly [string, (trace: Trace) => void][] = [
    ['bptt', (trace) => bptt(machine, trace)],
    ['rtrl', (trace) => rtrl(machine, trace)],
    ['tbptt(2)', (trace) => tbptt(2)(machine, trace)],
    ['tbptt(3, 1)', (trace) => tbptt(3, 1)(machine, trace)],
    ['gradcheck', (trace) => void gradcheck(machine, trace)],
  ];

  test.each(rules)('%s leaves the same gradients when it runs again', (_, rule) => {
    const trace = played();
    rule(trace);
    const once = [...trace.grads];
    expect(once.some((gradient) => gradient !== 0)).toBe(true);
    trace.grads.fill(7);
    rule(trace);
    expect([...trace.grads]).toEqual(once);
  });

  test.each(rules)('%s leaves the values as they were', (_, rule) => {
    const trace = played();
    const before = [...trace.values];
    rule(trace);
    expect([...trace.values]).toEqual(before);
  });

  test('bpttCtc leaves the same gradients when it runs again', () => {
    const reader = compile(join(rnn, softmaxHead), { D: 2, H: 3, K: 4 });
    const trace = play(reader, randomSetting(reader, 5, 2));
    const loss = bpttCtc(reader, trace, 'o', [1, 2]);
    const once = [...trace.grads];
    trace.grads.fill(7);
    expect(bpttCtc(reader, trace, 'o', [1, 2])).toBe(loss);
    expect([...trace.grads]).toEqual(once);
  });
});

describe('tbptt', () => {
  test('keeps in the frame before a cut what both sides send there', () => {
    const [whole, cut] = [played(4), played(4)];
    bptt(machine, whole);
    tbptt(2)(machine, cut);
    // all that step 2 can reach lies in the two pieces: its own losses, and those of steps 3 and 4
    cut.grad('h', 2).forEach((gradient, i) =>
      // the same terms, added in another order
      expect(gradient).toBeCloseTo(whole.grad('h', 2)[i]!, 14),
    );
  });
});

describe('gradcheck', () => {
  test('has a pair for every single parameter, in the order of theta', () => {
    const trace = played(2);
    const pairs = gradcheck(machine, trace);
    expect(pairs.map(({ analytic }) => analytic)).toEqual([...trace.thetaGrad]);
    expect(pairs[0]).toMatchObject({ name: 'W_xi', index: 0 });
    for (const { name, index } of pairs) expect(index in trace.value(name)).toBe(true);
  });
});

describe('contributions', () => {
  test('entry t has t uses, the first to the last', () => {
    const parts = contributions(machine, played(4));
    expect(parts.map((uses) => uses.length)).toEqual([1, 2, 3, 4]);
  });
});

describe('Influence', () => {
  test('has a row for each state component, and may be asked twice', () => {
    const trace = played(2);
    const influence = new Influence(machine, trace);
    expect(influence.rows).toHaveLength(6);
    influence.advance(1);
    const asked = influence.on('h', 2).map((row) => [...row]);
    expect(influence.on('h', 2).map((row) => [...row])).toEqual(asked);
  });
});
