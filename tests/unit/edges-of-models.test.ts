import { describe, expect, test } from 'vitest';
import {
  compile,
  encodeQuotes,
  join,
  lstm,
  neuron,
  play,
  rnn,
  rnnLinear,
  sgd,
  sigmoidHead,
} from '#engine/index.ts';
import { lyapunovExponents } from '#engine/analysis/lyapunov.ts';
import { withChrono } from '#engine/learn/initialise.ts';
import { Influence } from '#engine/learn/rtrl.ts';
import { scheduled, warmedUp } from '#engine/learn/schedules.ts';
import { lengthOf } from '#engine/machine/play.ts';
import { weightsFromText, weightsToText } from '#engine/machine/weights-in-address.ts';
import { log, rng, sigmoid } from '#engine/math/index.ts';
import { isCountRight, readNested, trainedCounter } from '#engine/models/counting.ts';
import { isLampRight, largestCell, type EndlessRun } from '#engine/models/endless.ts';
import { fromKerasDense, fromKerasWeights } from '#engine/models/keras-weights.ts';
import { fromOnnx } from '#engine/models/layouts.ts';
import { countNGrams, nGramLoss } from '#engine/models/n-gram.ts';
import { gradeGates, kindOf, type GateTable } from '#engine/models/quote-gates.ts';
import { runLstm } from '#engine/models/quote-pair.ts';
import { recallRun } from '#engine/models/recall.ts';
import { drawStart } from '#engine/models/start.ts';
import { fromStateDict } from '#engine/models/state-dict.ts';
import { trainTied, untrainedTied, type TiedSetting } from '#engine/models/tied-untied.ts';
import { sourceBounds } from '#engine/tasks/finite-source.ts';
import { UNEVEN } from '#engine/tasks/uneven.ts';

/** Parameters of a counter: four gates of two units that read one number, and a lamp. */
const countingSize = 4 * (2 + 4 + 2) + 2 + 1;

describe('learning', () => {
  test('the influence of a program without a loss has gradient 0, and advances all the same', () => {
    const machine = compile(neuron);
    const trace = play(machine, { params: { w: 0.5, u: 1, b: 0.1 }, inputs: [1, 0] });
    const influence = new Influence(machine, trace);
    expect([...influence.advance(1)]).toEqual([0, 0, 0]);
    const h = trace.value('h', 1)[0]!;
    // ∂h_1/∂(w, u, b) = (1 − h²)(h_0, x_1, 1)
    expect([...influence.rows[0]!]).toEqual([0, 1 - h * h, 1 - h * h]);
    expect(trace.loss()).toBe(0);
  });

  test('a schedule that warms up stays whole, and shows the memory of its optimizer', () => {
    expect([1, 2, 3, 9].map(warmedUp(2))).toEqual([0.5, 1, 1, 1]);
    const optimizer = sgd(0.1, { momentum: 0.9 });
    const slow = scheduled(optimizer, () => 0.5);
    expect(slow.memory).toBe(optimizer.memory);
    slow.update(Float64Array.of(1), Float64Array.of(2));
    expect([...slow.memory['velocity']!]).toEqual([2]);
  });

  test('withChrono of a gate that writes gives it the negative bias alone', () => {
    const chrono = withChrono({ b_z: [0, 0, 0], W: [1] }, { write: 'b_z' }, 20, rng(1).stream('z'));
    for (const bias of chrono['b_z']!) {
      const span = 1 / sigmoid(bias);
      expect(span).toBeGreaterThanOrEqual(2);
      expect(span).toBeLessThanOrEqual(20);
    }
    expect(chrono['W']).toEqual([1]);
    expect(withChrono({ W: [1] }, {}, 20, rng(1).stream('z'))).toEqual({ W: [1] });
  });
});

describe('machines', () => {
  test('a setting without rows has no step', () => {
    expect(lengthOf({ params: {}, inputs: {} })).toBe(0);
    expect(lengthOf({ params: {}, inputs: {}, targets: [1, 2] })).toBe(2);
    expect(lengthOf({ params: {}, inputs: { x: [1, 2, 3] }, targets: [1] })).toBe(3);
  });

  test.each([1, 2, 3])('weights of %d units come back from a link', (H) => {
    // 4 + 8 n bytes: all three ends of a group of three bytes
    const machine = compile(rnn, { D: H, H });
    const theta = Float64Array.from({ length: machine.layout.thetaSize }, (_, n) => n / 7 - 1);
    const text = weightsToText(machine, theta);
    expect([...weightsFromText(machine, text)]).toEqual([...theta]);
    expect(text).toHaveLength(Math.ceil(((4 + 8 * theta.length) * 4) / 3));
  });

  test('a network of single numbers begins between −1 and 1', () => {
    const machine = compile(neuron);
    const trace = machine.trace(1);
    drawStart(machine, trace, 1);
    const [w, u, b] = trace.theta;
    for (const weight of [w!, u!]) {
      expect(Math.abs(weight)).toBeLessThan(1);
      expect(weight).not.toBe(0);
    }
    expect(b).toBe(0);
  });

  test('lyapunovExponents do not count the steps that only turn the directions', () => {
    const machine = compile(rnnLinear, { D: 1, H: 2 });
    const params = { W_xh: [0, 0], W_hh: [2, 0, 1, 0.5], b_h: [0, 0] };
    const inputs = Array.from({ length: 40 }, () => 0);
    const trace = play(machine, { params, initial: { h: [1, 1] }, inputs });
    const late = lyapunovExponents(machine, trace, 30);
    // the triangle's eigenvalues; after 30 steps the directions are turned as far as doubles tell
    expect(late[0]).toBeCloseTo(log(2), 12);
    expect(late[1]).toBeCloseTo(log(0.5), 12);
    expect(lyapunovExponents(machine, trace, 0)[0]).not.toBeCloseTo(log(2), 3);
  });
});

describe('weights of other libraries', () => {
  const eye = [
    [1, 0],
    [0, 1],
  ];

  test('a layer without bias has zeros, in ONNX and in Keras', () => {
    const { layout } = compile(rnn, { D: 2, H: 2 });
    expect(fromOnnx('rnn', layout, { W: eye, R: eye })['b_h']).toEqual([0, 0]);
    const { params } = fromKerasWeights(rnn, { 'r/kernel': eye, 'r/recurrent_kernel': eye });
    expect(params['b_h']).toEqual([0, 0]);
    expect(fromKerasDense({ 'd/kernel': [[1, 2]] }, 'd')).toEqual({
      W_hy: [[1], [2]],
      b_y: [0, 0],
    });
  });

  test('a recurrent matrix that is a list of numbers is one column', () => {
    const { sizes, layers } = fromStateDict(rnn, {
      weight_ih_l0: [2],
      weight_hh_l0: [3],
      bias_ih_l0: [4],
      bias_hh_l0: [5],
    });
    expect(sizes).toEqual({ D: 1, H: 1 });
    expect(layers).toEqual([[{ W_xh: [2], W_hh: [3], b_h: [9] }]]);
  });

  test('a layer of PyTorch without bias has zeros', () => {
    const { layers } = fromStateDict(rnn, { weight_ih_l0: eye, weight_hh_l0: eye });
    expect(layers[0]![0]!['b_h']).toEqual([0, 0]);
  });
});

describe('models', () => {
  test('without any symbol all are equally likely, and a surprise that was ruled out is infinite', () => {
    const setting = { contextSize: 1, classes: 4, smoothing: 0 };
    expect(countNGrams([], setting).predict([2])).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(nGramLoss(countNGrams([0, 1], setting), [0, 1, 3])).toBe(Infinity);
  });

  test('kindOf reads the three inputs of a quote', () => {
    expect(([1, -1, 0] as const).map(kindOf)).toEqual(['open', 'close', 'letter']);
  });

  test('gates that never let go hold for ever', () => {
    const all = { open: true, close: true, letter: true };
    const marks = { open: true, close: true, letter: false };
    const table: GateTable = {
      f: { open: false, close: false, letter: true },
      i: marks,
      o: all,
      g: { open: 1, close: -1, letter: 0 },
    };
    expect(gradeGates(table, 40)).toMatchObject({ holds: Infinity, counterExample: undefined });
    expect(gradeGates({ ...table, f: { ...all, letter: false } }, 40).holds).toBe(0);
  });

  test('gates are tried on every text of up to six characters, and judged by the shortest that fails', () => {
    const none = { open: false, close: false, letter: false };
    const table: GateTable = {
      f: { ...none, letter: true },
      i: { ...none, open: true },
      o: { open: true, close: true, letter: true },
      g: { open: 1, close: 0, letter: 0 },
    };
    const tested = 3 + 9 + 27 + 81 + 243 + 729;
    expect(gradeGates(table, 40)).toMatchObject({ tested, right: tested });
    // what forgets at a letter is right until a letter follows inside: so many texts are Fibonacci's
    expect(gradeGates({ ...table, f: none }, 40)).toEqual({
      tested,
      right: 3 + 8 + 21 + 55 + 144 + 377,
      counterExample: ['open', 'letter'],
      holds: 0,
    });
  });

  test('the LSTM of the pair reads marks and letters', () => {
    const trace = runLstm([1, 0, -1]);
    expect(trace.length).toBe(3);
    expect([...trace.value('x', 3)]).toEqual([0, 1]);
    expect(trace.program.name).toContain('lstm');
  });

  test('plain descent recalls a short gap too, only later', () => {
    const setting = { gap: 2, echo: 1, seed: 1, updates: 40 };
    const [slow, quick] = [
      recallRun({ ...setting, rule: 'sgd' }),
      recallRun({ ...setting, rule: 'adam' }),
    ];
    expect(slow.shares).toHaveLength(4);
    expect(slow.shares).not.toEqual(quick.shares);
  });

  test('a counter of either cell is right up to its reach and wrong one further', () => {
    const { theta, reach, cell } = trainedCounter('gru', 1);
    for (let n = 1; n <= reach; n++) expect(isCountRight(readNested(cell, theta, n))).toBe(true);
    expect(isCountRight(readNested(cell, theta, reach + 1))).toBe(false);
  });

  test('a counter is judged on its closing half alone, and should be lit at its last character', () => {
    const trace = readNested('lstm', new Float64Array(countingSize), 2);
    expect(trace.length).toBe(4);
    const read = (name: 'x' | 'd'): number[] => [1, 2, 3, 4].map((t) => trace.value(name, t)[0]!);
    expect(read('x')).toEqual([1, 1, -1, -1]);
    expect(read('d')).toEqual([0, 0, 0, 1]);
    expect([...trace.lossWeights].slice(1)).toEqual([0, 0, 0.5, 0.5]);
    // without weights it says ½ everywhere
    expect(trace.value('y', 4)[0]).toBe(0.5);
    const lit = (...lamps: number[]): boolean => {
      lamps.forEach((y, n) => (trace.value('y', n + 1)[0] = y));
      return isCountRight(trace);
    };
    expect(lit(0, 0.4, 0.4, 0.6)).toBe(true);
    expect(lit(0, 0.4, 0.4, 0.4)).toBe(false);
    expect(lit(0, 0.4, 0.6, 0.6)).toBe(false);
    expect(lit(0.6, 0, 0, 0.6)).toBe(false);
  });

  test('the largest cell is the one of the largest size, whatever its sign', () => {
    const machine = compile(join(lstm, sigmoidHead), { D: 2, H: 3, K: 1 });
    const trace = machine.trace(1);
    trace.value('c', 1).set([1, -4, 3]);
    trace.value('y', 1)[0] = 0.7;
    const items = encodeQuotes('“');
    const run = { machine, trace, items, trainingLoss: 0 } as unknown as EndlessRun;
    expect(largestCell(run, 1)).toEqual({ value: -4, unit: 1 });
    expect(isLampRight(run, 1)).toBe(true);
    trace.value('y', 1)[0] = 0.3;
    expect(isLampRight(run, 1)).toBe(false);
  });
});

describe('chains of copies', () => {
  const setting: TiedSetting = {
    tying: 'tied',
    length: 3,
    seen: 2,
    seed: 1,
    updates: 2,
    batch: 2,
    learningRate: 0.1,
  };
  const finished = (own: TiedSetting, longest: number) => {
    const training = trainTied(own, longest);
    for (;;) {
      const { done, value } = training.next();
      if (done === true) return value;
    }
  };

  test('begin alike, tied or untied; training parts the copies', () => {
    const tied = untrainedTied(setting, 3);
    const untied = untrainedTied({ ...setting, tying: 'untied' }, 3);
    for (const name of ['w', 'u', 'b', 'a', 'c'])
      for (const t of [1, 2, 3]) expect(untied.before[`${name}_${t}`]).toBe(tied.before[name]);
    expect(untied.answers).toEqual(tied.answers);
    expect(tied.after).toEqual(tied.before);
    const { before, after } = finished({ ...setting, tying: 'untied' }, 3);
    expect(before).toEqual(untied.before);
    expect(after['b_1']).not.toBe(after['b_3']);
  });

  test('an untied chain has no answer behind its last copy, a tied one goes on', () => {
    const tied = untrainedTied(setting, 5).answers;
    const untied = untrainedTied({ ...setting, tying: 'untied' }, 5).answers;
    expect(tied.flat()).not.toContain(undefined);
    untied.forEach((row, open) =>
      row.forEach((answer, t) => expect(answer === undefined).toBe(open >= 3 || t >= 3)),
    );
  });
});

describe('tasks', () => {
  test('an edge that is never taken costs nothing', () => {
    const source = [
      { from: 0, symbol: 'a', to: 0, chance: 1 },
      { from: 0, symbol: 'b', to: 0, chance: 0 },
    ];
    expect(sourceBounds(source)).toEqual({ crossEntropy: 0, accuracy: 1, squaredError: 0 });
  });

  test('texts of a batch have three lengths', () => {
    expect(new Set(UNEVEN.map((text) => encodeQuotes(text).length)).size).toBe(3);
    expect(UNEVEN.map((text) => encodeQuotes(text).at(-1)?.inside)).toEqual([0, 0, 1]);
  });
});
