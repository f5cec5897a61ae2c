import { describe, expect, test } from 'vitest';
import {
  adam,
  compile,
  gru,
  join,
  play,
  rnn,
  sgd,
  sigmoidHead,
  type Machine,
} from '#engine/index.ts';
import { rng } from '#engine/math/index.ts';
import { benchMachine, benchRun } from '#engine/models/cell-bench.ts';
import { recallRun } from '#engine/models/recall.ts';
import { quoteStream } from '#engine/tasks/quote.ts';
import { recallRow, recallWeights } from '#engine/tasks/recall-and-echo.ts';
import { asRows, shaped, start, update } from './training.ts';

describe('benchRun', () => {
  test('is 300 updates of Adam, then a fresh text and one long quotation', () => {
    const machine = benchMachine(gru);
    const training = benchRun(machine, { b_z: 1 }, 2);
    const shares: number[] = [];
    let step = training.next();
    for (; step.done !== true; step = training.next()) shares.push(step.value);
    expect(shares).toEqual(Array.from({ length: 300 }, (_, n) => (n + 1) / 300));
    const theta = start(machine, 2, { b_z: 1 });
    const [optimizer, stream] = [adam(0.03), rng(2).stream('text')];
    const losses: number[] = [];
    for (let n = 0; n < 300; n++) {
      const items = quoteStream(24, { open: 0.1, close: 0.12 }, stream);
      const targets = items.map(({ inside }) => inside);
      const lossWeights = Array<number>(24).fill(1 / 24);
      const text = { inputs: asRows(items), targets, lossWeights };
      const loss = update(machine, theta, [text], optimizer, { clip: 1 });
      if (n % 10 === 0) losses.push(loss);
    }
    const found = step.value;
    expect(found.losses).toEqual(losses);
    const fresh = quoteStream(1000, { open: 0.1, close: 0.12 }, rng(2).stream('test'));
    const params = shaped(machine, theta);
    const read = play(machine, { params, inputs: asRows(fresh) });
    const right = fresh.filter(
      ({ inside }, n) => read.value('y', n + 1)[0]! > 0.5 === (inside === 1),
    );
    expect(found.right).toBe(right.length / 1000);
    // three letters, a mark, letters for as long as the bench waits
    const marks = Array.from({ length: 505 }, (_, n) => [Number(n === 3), 0]);
    const long = play(machine, { params, inputs: marks });
    let lit = 0;
    while (lit <= 500 && long.value('y', 4 + lit)[0]! > 0.5) lit += 1;
    expect(found.holds).toBe(lit > 500 ? 500 : Math.max(0, lit - 1));
    expect([found.lagBefore, found.lagAfter].map((curve) => curve.length)).toEqual([51, 51]);
    expect([found.lagBefore[0], found.lagAfter[0]]).toEqual([1, 1]);
    expect(found.lagBefore).not.toEqual(found.lagAfter);
  });
});

describe('recallRun', () => {
  test.each(['adam', 'sgd'] as const)('by %s keeps a running share of right recalls', (rule) => {
    const machine: Machine = compile(join(rnn, sigmoidHead), { D: 2, H: 8, K: 1 });
    const source = rng(5);
    const weights = source.stream('weights');
    const theta = new Float64Array(machine.layout.thetaSize);
    for (const name of ['W_xh', 'W_hh', 'W_hy']) {
      const from = machine.layout.offset(name);
      for (let i = 0; i < machine.layout.length(name); i++)
        theta[from + i] = (2 * weights.uniform() - 1) / Math.sqrt(8);
    }
    const rows = source.stream('rows');
    const optimizer = rule === 'adam' ? adam(0.01) : sgd(0.3);
    const [shares, gap]: [number[], number] = [[], 2];
    let [share, solvedAt] = [0.5, Infinity];
    for (let n = 1; n <= 150 && solvedAt === Infinity; n++) {
      const texts = Array.from({ length: 8 }, () => {
        const { inputs, targets } = recallRow(gap, rows);
        const text = { inputs, targets, lossWeights: recallWeights(gap, 0.2) };
        const trace = play(machine, { ...text, params: shaped(machine, theta) });
        const isRight = trace.value('y', gap + 1)[0]! >= 0.5 === (targets.at(-1) === 1);
        share = 0.99 * share + (isRight ? 0.01 : 0);
        return text;
      });
      update(machine, theta, texts, optimizer, { clip: 1, share: 1 / 8 });
      if (share > 0.98) solvedAt = n;
      if (n % 10 === 0 || solvedAt === n) shares.push(share);
    }
    const setting = { gap, echo: 0.2, seed: 5, updates: 150, rule };
    expect(recallRun(setting)).toEqual({ seed: 5, solvedAt, shares });
  });
});
