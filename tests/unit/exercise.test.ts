import { describe, expect, test } from 'vitest';
import type { PlainExercise } from '#components/lib/exercise.ts';
import { judge } from '#components/lib/judge.ts';
import { say } from '#components/lib/say.ts';
import { checkable } from '#src/lib/exercise-model.ts';
import { exerciseSchema } from '#src/lib/exercise-schema.ts';
import { readSentence } from '#src/lib/sentence.ts';

const formula = (tex: string): string => `<f>${tex}</f>`;
const sources = { number: () => 0.25, formula };
const made = (front: object): PlainExercise =>
  checkable(exerciseSchema.parse(front), sources) as PlainExercise;

const numeric = {
  id: 'a-number',
  title: 'A number',
  kind: 'numeric',
  values: { start: { fact: 'any' }, twice: { expression: '2 * start' } },
  answer: { expression: 'twice + 1' },
  tolerance: { absolute: 0.01, because: 'two digits are asked for' },
  mistakes: [
    { near: 1, say: 'You added {given} and forgot {twice | 1}.' },
    { below: 0, say: 'Not negative.' },
    { above: { expression: '10 * twice' }, say: 'Too large.' },
  ],
  right: 'Exactly {answer | 4}.',
};
const plain = (text: string): string => text.replace(/<[^>]*>/g, '');

describe('judge', () => {
  test.each([
    ['1,5', 'right', 'Exactly 1.5000.'],
    ['3/2', 'right', 'Exactly 1.5000.'],
    ['1.509', 'right', 'Exactly 1.5000.'],
    ['1.52', 'not-yet', ''],
    ['1', 'not-yet', 'You added 1 and forgot 0.5.'],
    ['−2', 'not-yet', 'Not negative.'],
    ['6', 'not-yet', 'Too large.'],
  ])('a numeric exercise answers «%s» with %s', (given, outcome, words) => {
    const judgement = judge(made(numeric), given);
    expect(judgement.outcome).toBe(outcome);
    expect(plain(judgement.say)).toBe(words);
  });

  test('an answer that cannot be read is not wrong, and what was typed is shown as text', () => {
    const judgement = judge(made(numeric), '<b');
    expect(judgement.outcome).toBe('unreadable');
    expect(judgement.say).toContain('«&lt;»');
  });

  test.each([
    ['h1 + w h0', 'right', 'Yes.'],
    ['w*h0 + h1', 'right', 'Yes.'],
    ['h1', 'not-yet', 'And the old one?'],
    ['w', 'not-yet', ''],
    ['w * z', 'unreadable', '«z» is not known here. Use w, h0, h1 and + − * / ^ ( ).'],
  ])('a formula exercise answers «%s» with %s', (given, outcome, words) => {
    const exercise = made({
      id: 'a-formula',
      title: 'A formula',
      kind: 'formula',
      variables: { w: [0.5, 2], h0: [-1, 1], h1: [-1, 1] },
      answer: 'h1 + w*h0',
      mistakes: [{ near: 'h1', say: 'And the old one?' }],
      right: 'Yes.',
    });
    const judgement = judge(exercise, given);
    expect(judgement.outcome).toBe(outcome);
    expect(plain(judgement.say)).toBe(words);
  });

  test('a choice is answered with the words of the option', () => {
    const exercise = made({
      id: 'a-choice',
      title: 'A choice',
      kind: 'choice',
      options: [
        { id: 'state', text: 'The state $h$' },
        { id: 'output', text: 'The output', say: 'That is Jordan.' },
      ],
      answer: { option: 'state' },
    });
    expect(judge(exercise, 'state').outcome).toBe('right');
    expect(judge(exercise, 'output')).toEqual({ outcome: 'not-yet', say: 'That is Jordan.' });
    expect(judge(exercise, '').outcome).toBe('unreadable');
  });

  test('a faulty line is found by its number, counted from 1', () => {
    const exercise = made({
      id: 'a-line',
      title: 'A line',
      kind: 'line',
      listing: 'one\ntwo\nthree\n',
      answer: { line: 2 },
      mistakes: [{ near: { line: 3 }, say: 'Not this one.' }],
    });
    expect(judge(exercise, '2').outcome).toBe('right');
    expect(judge(exercise, '3').say).toBe('Not this one.');
    expect(judge(exercise, '1').say).toBe('');
  });
});

describe('exerciseSchema', () => {
  test.each([
    ['a tolerance without a reason', { ...numeric, tolerance: { absolute: 0.1 } }],
    [
      'an absolute and a relative tolerance',
      { ...numeric, tolerance: { absolute: 1, relative: 1, because: 'x' } },
    ],
    ['a word that it does not know', { ...numeric, tolerence: 1 }],
    ['a kind that does not exist', { ...numeric, kind: 'essay' }],
  ])('refuses %s', (_, front) => {
    expect(exerciseSchema.safeParse(front).success).toBe(false);
  });

  test('refuses an answer that is not among the options, or not a line of the listing', () => {
    const choice = {
      id: 'c',
      title: 'C',
      kind: 'choice',
      options: [
        { id: 'a', text: 'a' },
        { id: 'b', text: 'b' },
      ],
    };
    const line = { id: 'l', title: 'L', kind: 'line', listing: 'one\ntwo\n' };
    expect(exerciseSchema.safeParse({ ...choice, answer: { option: 'z' } }).success).toBe(false);
    expect(exerciseSchema.safeParse({ ...line, answer: { line: 3 } }).success).toBe(false);
  });
});

describe('checkable', () => {
  test('an expression that names no value says which exercise and which values there are', () => {
    expect(() => made({ ...numeric, answer: { expression: 'thrice' } })).toThrow(
      'exercise a-number: expression «thrice»: «thrice» is not a number. Type for example 1.5, −2 or 1/3. Values defined before it: start, twice',
    );
  });
});

describe('readSentence', () => {
  test('formulas, italics and code become HTML, numbers wait for their values', () => {
    const sentence = readSentence('With $w^{10}$ *never* `a < b` and {2 * h | 1}.', formula);
    expect(plain(say(sentence, { h: 0.25 }))).toBe('With w^{10} never a &lt; b and 0.5.');
    expect(say(sentence, { h: 0.25 })).toContain(
      '<f>w^{10}</f> <em>never</em> <code>a &lt; b</code>',
    );
  });

  test('a backslash takes a sign literally', () => {
    expect(say(readSentence('\\{a\\} costs \\$5', formula), {})).toBe('{a} costs $5');
  });

  test('a number that has no value is a mistake of the author, and is told', () => {
    expect(() => say(readSentence('{nothing}', formula), {})).toThrow('«{nothing}»');
  });
});
