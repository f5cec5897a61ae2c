import { describe, expect, test } from 'vitest';
import { bptt, compile, define, join, lstm, softmaxHead } from '#engine/index.ts';
import { record, recordPullback } from '#engine/machine/record.ts';
import { play } from '#engine/machine/play.ts';
import { adjointTex } from '#engine/program/adjoint-tex.ts';
import { stepTex } from '#engine/program/tex.ts';
import { randomSetting } from '../laws/random-setting.ts';

const machine = compile(join(lstm, softmaxHead), { D: 2, H: 3, K: 4 });

/** Parameters where vectors of a step usually stand, and a matrix that is used twice. */
const still = compile(
  define({
    name: 'still',
    source: [],
    equations: `
      n[t] = sigmoid(W_1 p) * x[t]
      h[t] = tanh(W_2 n[t] + W_2 h[t-1] + W_3 tanh(b) + b)`,
    sizes: { x: 'H' },
  }),
  { H: 2 },
);

describe('compile', () => {
  test('lets kernels run what moves with the step over many frames, and nothing else', () => {
    const many = (one: typeof machine): string[] =>
      one.forward.filter((bound) => bound.many !== undefined).map(({ step }) => step.out);
    const ofMatrices = machine.program.steps.filter(({ op }) => op === 'apply');
    expect(many(machine).toSorted()).toEqual(
      [...ofMatrices.map(({ out }) => out), 'i', 'f', 'g', 'o', 'tanh(c[t])'].toSorted(),
    );
    expect(many(still as never)).toEqual([
      'sigmoid(W_1 p)',
      'W_2 n[t]',
      'W_2 h[t-1]',
      'W_3 tanh(b)',
      'h',
    ]);
  });

  test('lets lead what is made of inputs and parameters alone, and nothing else', () => {
    const leading = (one: typeof machine): string[] =>
      one.forward.filter(({ canLead }) => canLead).map(({ step }) => step.out);
    expect(leading(machine)).toEqual(['W_xi x[t]', 'W_xf x[t]', 'W_xg x[t]', 'W_xo x[t]']);
    expect(leading(still as never)).toEqual([]);
  });

  test('steps(trace, 2, 3) leaves the other steps of every lane alone, and the bits of step', () => {
    const trace = (): ReturnType<typeof machine.trace> => {
      const made = machine.trace(4, 2);
      for (let n = 0; n < made.values.length; n++) made.values[n] = Math.sin(n);
      return made;
    };
    const [atOnce, inTurn] = [trace(), trace()];
    machine.steps(atOnce, 2, 3);
    for (const t of [2, 3]) machine.step(inTurn, t);
    expect([...atOnce.values]).toEqual([...inTurn.values]);
  });

  test('lets wait what flows into a matrix that one product uses, and nothing else', () => {
    const waiting = (one: typeof machine): string[] =>
      one.backward.filter(({ canWait }) => canWait).map(({ line }) => line.into.name);
    const matrices = ['i', 'f', 'g', 'o'].flatMap((gate) => [`W_x${gate}`, `W_h${gate}`]);
    expect(waiting(machine).toSorted()).toEqual([...matrices, 'W_hy'].toSorted());
    expect(waiting(still as never)).toEqual(['W_3']);
  });
});

describe('record', () => {
  const setting = randomSetting(machine, 3, 1);

  test('computes the step, and writes each operation once', () => {
    const trace = play(machine, setting);
    const bits = [...trace.values];
    const { frameSize, thetaSize } = machine.layout;
    // what step 2 computed is forgotten, and comes back
    for (const { step } of machine.forward) trace.value(step.out as never, 2).fill(NaN);
    const found = record(machine, trace, 2);
    expect([...trace.values.slice(0, thetaSize + 3 * frameSize)]).toEqual(
      bits.slice(0, thetaSize + 3 * frameSize),
    );
    const texts = machine.program.steps.map((step) => stepTex(machine.program, step));
    expect(found.map(({ tex }) => tex)).toEqual(texts);
    expect(record(machine, trace, 2).map(({ tex }) => tex)).toEqual(texts);
  });

  test('of the backward pass gives every addition its operands and its formula', () => {
    const trace = play(machine, setting);
    bptt(machine, trace);
    trace.grads.fill(0);
    trace.grad('L', 3).fill(1);
    for (const round of [1, 2]) {
      const lines = recordPullback(machine, trace, 3);
      expect(
        lines.map(({ tex }) => tex),
        `round ${round}`,
      ).toEqual(adjointTex(machine.program));
      for (const [n, { inputs }] of lines.entries())
        expect(inputs.map(({ name }) => name)).toEqual(
          machine.backward[n]!.step.inputs.map(({ name }) => name),
        );
    }
  });
});
