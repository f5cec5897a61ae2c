import { describe, expect, test } from 'vitest';
import { adam, bptt, compile, gru, join, lstm, play, rnn, sgd } from '#engine/index.ts';
import { neuronLamp, sigmoidHead, type Machine, type Setting } from '#engine/index.ts';
import { rng } from '#engine/math/index.ts';
import { endlessReader, readEndless, rightShare } from '#engine/models/endless.ts';
import { isCountRight, trainedCounter } from '#engine/models/counting.ts';
import { heatResult } from '#engine/models/race.ts';
import { marked, trainTied } from '#engine/models/tied-untied.ts';
import { truncatedRun } from '#engine/models/truncated-reader.ts';
import { quoteStream, type QuoteItem } from '#engine/tasks/quote.ts';
import { asRows, shaped, start, update } from './training.ts';

/*
 * The trainings of the figures, written out a second time from the parts that the laws hold: play, bptt,
 * an optimiser. Every bit must agree, so that no constant, order or stream can change unseen.
 */

describe('the reader without end', () => {
  test('is 800 updates of Adam, on texts of 20 characters, with norms up to 1', () => {
    const machine: Machine = compile(join(lstm, sigmoidHead), { D: 2, H: 2, K: 1 });
    const theta = start(machine, 1, { b_f: 1 });
    const [optimizer, stream] = [adam(0.03), rng(1).stream('text')];
    for (let n = 0; n < 800; n++) {
      const items = quoteStream(20, { open: 0.08, close: 0.12 }, stream);
      const text = {
        inputs: asRows(items),
        targets: items.map(({ inside }) => inside),
        lossWeights: Array<number>(20).fill(1 / 20),
      };
      update(machine, theta, [text], optimizer, { clip: 1 });
    }
    const reader = endlessReader(2000, 1);
    expect(reader.theta).toEqual([...theta]);
    const run = readEndless(reader, 50);
    const items = quoteStream(50, { open: 0.08, close: 0.12 }, rng(99).stream('endless'));
    const trace = play(machine, { params: shaped(machine, theta), inputs: asRows(items) });
    const right = items.map(
      ({ inside }, n) => trace.value('y', n + 1)[0]! > 0.5 === (inside === 1),
    );
    expect(run.items).toEqual(items);
    expect(rightShare(run, 11, 50)).toBe(right.slice(10).filter(Boolean).length / 40);
  });
});

describe('a heat of the race', () => {
  test('is Adam on both texts, until their mean loss is below a tenth', () => {
    const machine: Machine = compile(join(gru, sigmoidHead), { D: 1, H: 4, K: 1 });
    const theta = start(machine, 2, { b_z: 2 });
    const optimizer = adam(0.01);
    const gap = 4;
    const texts = [1, -1].map((mark) => ({
      inputs: [mark, ...Array<number>(gap).fill(0)],
      targets: [...Array<number>(gap).fill(0), Number(mark === 1)],
      lossWeights: [...Array<number>(gap).fill(0), 0.5],
    }));
    const losses: number[] = [];
    while (losses.length < 300 && !((losses.at(-1) ?? 1) < 0.1))
      losses.push(update(machine, theta, texts, optimizer, { clip: 1 }));
    const solvedAt = losses.at(-1)! < 0.1 ? losses.length : undefined;
    expect(heatResult({ entrant: 'gru-2', gap, seed: 2 })).toEqual({
      entrant: 'gru-2',
      gap,
      seed: 2,
      solvedAt,
      loss: losses.at(-1),
    });
    expect(heatResult({ entrant: 'rnn', gap: 60, seed: 1 }).solvedAt).toBeUndefined();
  });
});

describe('the reader of pieces', () => {
  test.each([true, false])(
    'learns an endless text piece by piece; state carried: %s',
    (isCarried) => {
      const rates = { open: 0.05, close: 0.08 };
      const setting = { window: 7, isCarried, askedAfter: 2, seed: 3, hiddenSize: 2 };
      const machine: Machine = compile(join(rnn, sigmoidHead), { D: 2, H: 2, K: 1 });
      const source = rng(3);
      const weights = source.stream('weights');
      const theta = new Float64Array(machine.layout.thetaSize);
      for (const name of ['W_xh', 'W_hh', 'W_hy']) {
        const from = machine.layout.offset(name);
        for (let i = 0; i < machine.layout.length(name); i++)
          theta[from + i] = weights.uniform() - 0.5;
      }
      const text = quoteStream(300, rates, source.stream('text'));
      const isAsked = (items: readonly QuoteItem[], n: number): boolean =>
        n >= 1 && items[n]!.x === 0 && items[n - 1]!.x === 0;
      const optimizer = adam(0.02);
      let h = [0, 0];
      for (let from = 0; from + 7 <= 300; from += 7) {
        const piece = text.slice(from, from + 7);
        const trace = play(machine, {
          params: shaped(machine, theta),
          initial: isCarried ? { h } : {},
          inputs: asRows(piece),
          targets: piece.map(({ inside }) => inside),
          lossWeights: piece.map((_, n) => (isAsked(text, from + n) ? 1 / 7 : 0)),
        });
        bptt(machine, trace);
        h = [...trace.value('h', 7)];
        optimizer.update(theta, trace.thetaGrad);
      }
      const fresh = quoteStream(4000, rates, source.stream('test'));
      const trace = play(machine, { params: shaped(machine, theta), inputs: asRows(fresh) });
      const asked = fresh.map((item, n) => ({ ...item, n })).filter(({ n }) => isAsked(fresh, n));
      const right = asked.filter(
        ({ inside, n }) => trace.value('y', n + 1)[0]! >= 0.5 === (inside === 1),
      );
      const found = truncatedRun({ ...setting, characters: 300, learningRate: 0.02, rates });
      expect(found).toBe(right.length / asked.length);
    },
  );
});

describe('the counter', () => {
  test('of strings that are closed as often as they are opened counts as far as it says', () => {
    const counter = trainedCounter('gru', 1);
    const machine: Machine = compile(join(gru, sigmoidHead), { D: 1, H: 4, K: 1 });
    const theta = start(machine, 1, { b_z: 3 });
    const [optimizer, pick] = [adam(0.02), rng(1).stream('strings')];
    const nested = (n: number): Omit<Setting, 'params'> => ({
      inputs: [...Array<number>(n).fill(1), ...Array<number>(n).fill(-1)],
      targets: [...Array<number>(2 * n - 1).fill(0), 1],
      lossWeights: [...Array<number>(n).fill(0), ...Array<number>(n).fill(1 / n)],
    });
    for (let n = 0; n < 1500; n++) {
      const texts = Array.from({ length: 4 }, () => nested(pick.integer(1, 8)));
      update(machine, theta, texts, optimizer, { clip: 1, share: 1 / 4 });
    }
    expect(counter.theta).toEqual([...theta]);
    const isRight = (n: number): boolean =>
      isCountRight(play(machine, { ...nested(n), params: shaped(machine, theta) }));
    for (let n = 1; n <= Math.min(60, counter.reach + 1); n++)
      expect(isRight(n), `${n} openings`).toBe(n <= counter.reach);
  });
});

describe('the tied chain', () => {
  test('marks as inside what stands from the opening mark to before the closing one', () => {
    expect(marked(5, { open: 2, close: 4 })).toEqual({ x: [0, 1, 0, -1, 0], d: [0, 1, 1, 0, 0] });
    expect(marked(4, { open: 3, close: 0 })).toEqual({ x: [0, 0, 1, 0], d: [0, 0, 1, 1] });
    expect(marked(3, { open: 0, close: 0 })).toEqual({ x: [0, 0, 0], d: [0, 0, 0] });
  });

  test('learns by gradient descent on quotations that begin early', () => {
    const setting = {
      tying: 'tied',
      length: 5,
      seen: 2,
      seed: 4,
      batch: 3,
      learningRate: 0.1,
    } as const;
    const training = trainTied({ ...setting, updates: 20 }, 6);
    let step = training.next();
    const shares: number[] = [];
    for (; step.done !== true; step = training.next()) shares.push(step.value);
    expect(shares).toEqual(Array.from({ length: 20 }, (_, n) => (n + 1) / 20));
    const { before, after } = step.value;
    const lamp: Machine = compile(neuronLamp) as Machine;
    const names = ['w', 'u', 'b', 'a', 'c'];
    const theta = new Float64Array(names.map((name) => before[name]!));
    const random = rng(4).stream('texts');
    const texts = [[1, 0], [1, 2], [2, 0], [0, 0]].map(([open = 0, close = 0]) => marked(5, { open, close })); // prettier-ignore
    const optimizer = sgd(0.1);
    for (let n = 0; n < 20; n++) {
      const chosen = Array.from({ length: 3 }, () => texts[random.integer(0, 3)]!);
      update(lamp, theta, chosen.map(({ x, d }) => ({ inputs: x, targets: d })), optimizer, { share: 1 / 3 }); // prettier-ignore
    }
    // sums over steps run in another order in a chain that is written out
    names.forEach((name, n) => expect(after[name]).toBeCloseTo(theta[n]!, 12));
  });
});
