import { describe, expect, test } from 'vitest';
import { compile, play } from '#engine/index.ts';
import { neuronLamp } from '#engine/models/neuron-lamp.ts';
import { trainTied, untrainedTied, type TiedSetting } from '#engine/models/tied-untied.ts';

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

  test('answers what the lamp answers to one mark, wherever it stands', () => {
    const { before, answers } = untrainedTied(setting, 4);
    const lamp = compile(neuronLamp);
    expect(answers).toHaveLength(4);
    answers.forEach((row, place) => {
      const inputs = [0, 0, 0, 0].map((_, t) => Number(t === place));
      const trace = play(lamp, { params: before, initial: { h: 0 }, inputs });
      // sums run in another order in a chain that is written out
      row.forEach((y, t) => expect(y).toBeCloseTo(trace.value('y', t + 1)[0]!, 13));
      expect(row).toHaveLength(4);
    });
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
