import { describe, expect, test } from 'vitest';
import { judgeNetwork, runs } from '#components/lib/built-network.ts';
import type { NetworkExercise } from '#components/lib/exercise.ts';
import { fieldsOf, retyped, typedIn } from '#components/lib/network-fields.ts';
import { numbersOf } from '#components/lib/network-numbers.ts';
import { compile, encodeQuotes, neuronLamp, play } from '#engine/index.ts';
import { jacobianProduct } from '#engine/learn/jacobian.ts';
import { checkable } from '#src/lib/exercise-model.ts';
import { exerciseSchema } from '#src/lib/exercise-schema.ts';
import { lampBackward, lampForward } from '../witness/lamp.ts';

const sources = { number: () => NaN, formula: (tex: string) => `<f>${tex}</f>` };
const made = (front: object): NetworkExercise => {
  const exercise = checkable(exerciseSchema.parse(front), sources);
  if (exercise.kind !== 'network') throw new Error('expected a network');
  return exercise;
};
const plain = (text: string): string => text.replace(/<[^>]*>/g, '');
const typed = (...texts: string[]): string => texts.join('\n');

const latch = {
  id: 'latch',
  title: 'A latch',
  kind: 'network',
  program: 'neuron-lamp',
  start: { h: -1 },
  given: { a: 4, c: 0, b: 0 },
  asked: ['w', 'u'],
  cases: [{ text: 'a“b”c' }, { text: '“bb', lamp: '0--', name: 'Dark at the mark' }],
  mistakes: [
    { of: 'u', near: 3, say: 'That is the $u$ of the chapter.' },
    { of: 'w', below: 1, say: 'With {w | 1} nothing is held.' },
  ],
  answer: { w: 2, u: 3 },
};

describe('judgeNetwork', () => {
  test('says which case fails first, at which step, what was answered and what should have been', () => {
    const { outcome, say } = judgeNetwork(
      made({ ...latch, given: { a: 4, c: 2, b: 0 } }),
      typed('2', '3'),
    );
    expect(outcome).toBe('not-yet');
    expect(plain(say)).toBe(
      'Dark at the mark: at step 1 the lamp says 0.99 and should be off. That is the u of the chapter.'.replace(
        'the u of',
        'the u of',
      ),
    );
  });

  test('is right when every answer is on its side', () => {
    const first = made({ ...latch, cases: latch.cases.slice(0, 1), right: 'With {w | 0}.' });
    expect(judgeNetwork(first, typed('2', '3'))).toMatchObject({ outcome: 'right' });
    expect(plain(judgeNetwork(first, typed('6/3', '3,0')).say)).toBe('With 2.');
    // h = tanh(−0.5), then tanh(−0.23) = −0.227, and σ(4 · −0.227) = 0.29
    expect(plain(judgeNetwork(first, typed('0.5', '0')).say)).toBe(
      'a“b”c: at step 2 the lamp says 0.29 and should be on. With 0.5 nothing is held.',
    );
  });

  test.each([
    [['', '3'], 'w: Type a number, for example 1.5, −2 or 1/3.'],
    [['2', 'x'], 'u: «x» is not a number. Type for example 1.5, −2 or 1/3.'],
    [['2', '10'], 'u: 10 is out of reach. Use numbers from −9 to 9.'],
    [['2', '<'], 'u: «&lt;» cannot be read here. Type a number, for example 1.5, −2 or 1/3.'],
  ])('names the field of %j that cannot be read', (texts, words) => {
    expect(judgeNetwork(made(latch), typed(...texts))).toMatchObject({
      outcome: 'unreadable',
      say: words,
      faulty: words.charAt(0),
    });
  });

  test('takes whole numbers alone where they are asked for', () => {
    const whole = made({ ...latch, numbers: { from: -9, to: 9, whole: true } });
    expect(judgeNetwork(whole, typed('2.5', '3')).say).toBe(
      'w: 2.5 is not whole. Use whole numbers from −9 to 9.',
    );
  });

  test('answers that are numbers may be off by the tolerance, and no further', () => {
    const sum = made({
      id: 'sum',
      title: 'Sum',
      kind: 'network',
      program: 'linear-rnn-linear',
      sizes: { D: 1, H: 1, K: 1 },
      given: { W_hh: 1, b_h: 0, W_hy: 1 },
      asked: ['W_xh', 'b_y'],
      within: 0.1,
      cases: [{ inputs: [1, 2], answers: [1, 3] }],
      answer: { W_xh: 1, b_y: 0 },
    });
    expect(judgeNetwork(sum, typed('1', '0.099')).outcome).toBe('right');
    expect(plain(judgeNetwork(sum, typed('1', '0.101')).say)).toBe(
      '12: at step 1 the answer is 1.10 and should be 1.',
    );
  });
});

describe('runs', () => {
  test('a slope of the loss is that of the hand-written way back', () => {
    const exercise = made({
      ...latch,
      cases: [{ text: 'a“b”c', wants: [{ what: 's', of: 'loss', by: { name: 'w' }, above: -9 }] }],
    });
    const items = encodeQuotes('a“b”c');
    const x = [NaN, ...items.map((item) => item.x)];
    const d = [NaN, ...items.map(({ inside }) => inside)];
    const weights = { w: 1.3, u: 2.5, b: 0, a: 4, c: 0 };
    const right = lampBackward(weights, { x, d, ...lampForward(weights, x, -1) });
    const [run] = runs(exercise, { w: 1.3, u: 2.5 });
    // the same terms, added in another order
    expect(run?.found[0]?.value).toBeCloseTo(right['w'] ?? NaN, 13);
  });

  test('a slope of a state by an earlier one is an entry of the product of Jacobians', () => {
    const want = { what: 's', of: 'h', t: 4, by: { name: 'h', t: 1 }, above: -9 };
    const exercise = made({ ...latch, cases: [{ text: '“bbb', wants: [want] }] });
    const machine = compile(neuronLamp);
    const trace = play(machine, {
      params: { w: 1.3, u: 2.5, b: 0, a: 4, c: 0 },
      initial: { h: -1 },
      inputs: [1, 0, 0, 0],
    });
    const [run] = runs(exercise, { w: 1.3, u: 2.5 });
    expect(run?.found[0]?.value).toBeCloseTo(
      jacobianProduct(machine, trace, 1, 4)[0]?.[0] ?? NaN,
      13,
    );
  });
});

describe('the fields of a matrix', () => {
  const matrix = made({
    id: 'matrix',
    title: 'Matrix',
    kind: 'network',
    program: 'linear-rnn',
    sizes: { D: 1, H: 2 },
    given: { W_xh: [0, 0], b_h: [0, 0] },
    asked: ['W_hh'],
    cases: [
      { steps: 1, start: { h: [0, 1] }, wants: [{ what: 'it', of: 'h', t: 1, i: 0, above: 1 }] },
    ],
    answer: {
      W_hh: [
        [0, 2],
        [0, 0],
      ],
    },
  });

  test('go row by row and are called by row and column', () => {
    expect(fieldsOf(matrix).map(({ key }) => key)).toEqual([
      'W_hh.11',
      'W_hh.12',
      'W_hh.21',
      'W_hh.22',
    ]);
    expect(fieldsOf(matrix)[1]?.spoken).toBe('W_hh, row 1, column 2');
    expect(judgeNetwork(matrix, typed('0', '2', '0', '0')).outcome).toBe('right');
    expect(judgeNetwork(matrix, typed('0', '0', '2', '0')).outcome).toBe('not-yet');
  });

  test('are changed one at a time, and all empty is nothing', () => {
    const once = retyped(matrix, '', 2, '7');
    expect(typedIn(matrix, once)).toEqual(['', '', '7', '']);
    expect(retyped(matrix, once, 2, '')).toBe('');
    expect(numbersOf(matrix, once)).toMatchObject({ key: 'W_hh.11' });
  });
});

describe('builtNetwork', () => {
  test('a parameter that is neither given nor asked is a mistake of the author', () => {
    expect(() => made({ ...latch, asked: ['w'] })).toThrow(
      'exercise latch: «u» must be either given or asked',
    );
    expect(() => made({ ...latch, asked: ['w', 'u', 'v'] })).toThrow('no parameter «v» to ask for');
  });
});
