import { describe, expect, test } from 'vitest';
import {
  bptt,
  define,
  gru,
  join,
  linearHead,
  lstm,
  neuron,
  neuronLamp,
  play,
  rnn,
  rnnRelu,
  sigmoidHead,
  type Program,
  type Trace,
} from '#engine/index.ts';
import { closedForm, writtenOut, type ClosedForm } from '#engine/symbolic/closed-form.ts';
import { compileOnes, randomSetting } from '../laws/random-setting.ts';

const programs: readonly Program[] = [
  neuronLamp,
  join(rnn, sigmoidHead),
  join(rnn, linearHead),
  join(lstm, sigmoidHead),
  join(gru, linearHead),
];

/** A run of T steps with its gradients. */
function played(program: Program, T: number): Trace {
  const machine = compileOnes(program);
  const trace = play(machine, randomSetting(machine, T, 1));
  bptt(machine, trace);
  return trace;
}

/** A few dozen operations of numbers of size 1 apart. */
const expectBptt = (form: ClosedForm, trace: Trace, name: string): void =>
  expect(Math.abs(form.evaluate(trace) - (trace.grad(name)[0] ?? NaN)), name).toBeLessThan(1e-13);

const paramsOf = ({ quantities }: Program): string[] =>
  [...quantities.values()].filter(({ role }) => role === 'param').map(({ name }) => name);

describe('closedForm', () => {
  test.each(programs)('of $name is what bptt gives for T = 1, 2, 3', async (program) => {
    for (const length of [1, 2, 3]) {
      const trace = played(program, length);
      for (const parameter of paramsOf(program))
        expectBptt(await closedForm(program, { length, parameter }), trace, parameter);
    }
  });

  test('of h_2 in w is the textbook line', async () => {
    const form = await closedForm(neuron, { length: 2, parameter: 'w', quantity: 'h' });
    expect(form.text).toBe('(1 - h_2 ^ 2) * (h_1 + w * (1 - h_1 ^ 2) * h_0)');
    expect(form.tex.replaceAll(/\\cdot|\\left|\\right|\s/g, '')).toBe(
      '(1-{h_{2}}^{2})(h_{1}+w(1-{h_{1}}^{2})h_{0})',
    );
  });

  test('is 0 where nothing leads', async () => {
    const program = join(neuron, sigmoidHead);
    const form = await closedForm(program, { length: 2, parameter: 'b_y', quantity: 'h' });
    expect(form.text).toBe('0');
  });

  test.each([
    'softplus(u * x[t] + w * h[t-1])',
    'log(3 + u * x[t] - 0.5 * w * h[t-1])',
    'reciprocal(3 + u * x[t] * (-2) * w * h[t-1])',
    'identity(w * h[t-1]) - u * x[t]',
    'tanh(2 - w * h[t-1]) * sigmoid(u * x[t])',
  ])('of h_3 = %s is what bptt gives', async (right) => {
    const sizes = { x: 1, h: 1, d: 1 };
    const equations = `h[t] = ${right}\nL[t] = squared_error(h[t], d[t])`;
    const program: Program = define({ name: 'mine', source: [], equations, sizes });
    const trace = played(program, 3);
    for (const parameter of ['w', 'u'])
      for (const form of [closedForm, writtenOut])
        expectBptt(await form(program, { length: 3, parameter }), trace, parameter);
  });

  test('names what it cannot write', async () => {
    const of = (program: Program, length: number, parameter: string, quantity?: string) =>
      closedForm(program, { length, parameter, ...(quantity === undefined ? {} : { quantity }) });
    await expect(of(neuron, 4, 'w', 'h')).rejects.toThrow('4 steps; expected');
    await expect(of(neuron, 2, 'v', 'h')).rejects.toThrow('no parameter «v»');
    await expect(of(neuron, 2, 'w')).rejects.toThrow('has no loss');
    await expect(of(neuron, 2, 'w', 'q')).rejects.toThrow('computes no «q»');
    await expect(of(rnnRelu, 2, 'W_hh', 'h')).rejects.toThrow(
      'relu-rnn: «relu» in the equation of «h» has no closed form here; there are tanh',
    );
  });
});

describe('writtenOut', () => {
  test.each(programs.slice(0, 3))(
    'of $name is what bptt gives for T = 1, 2, 3',
    async (program) => {
      for (const length of [1, 2, 3]) {
        const trace = played(program, length);
        for (const parameter of paramsOf(program))
          expectBptt(await writtenOut(program, { length, parameter }), trace, parameter);
      }
    },
  );

  test('knows no state but the first', async () => {
    const form = await writtenOut(neuron, { length: 2, parameter: 'u', quantity: 'h' });
    expect(form.text).not.toMatch(/h_[12]/);
    expect(form.text).toContain('h_0');
  });

  test('refuses what would fill pages', async () => {
    const asked = { length: 3, parameter: 'W_hi' };
    await expect(writtenOut(join(lstm, sigmoidHead), asked)).rejects.toThrow('ask for fewer steps');
  });
});
