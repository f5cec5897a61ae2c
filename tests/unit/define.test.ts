import { describe, expect, test } from 'vitest';
import { define } from '#engine/index.ts';

describe('define', () => {
  test('reads the typographic signs that people paste', () => {
    const plain = define({
      name: 'mine',
      source: [],
      equations: 'h[t] = (1 - z[t]) * h[t-1]',
      sizes: { z: 'H' },
    });
    const pasted = define({
      name: 'mine',
      source: [],
      equations: 'h[t] = (1 − z[t]) ⊙ h[t−1]',
      sizes: { z: 'H' },
    });
    expect(pasted.steps).toEqual(plain.steps);
  });

  test('takes a text that ends with empty lines, and «;» for a line break', () => {
    const of = (equations: string) => define({ name: 'mine', source: [], equations }).steps;
    const plain = of('c[t] = W x[t]\nh[t] = tanh(c[t])');
    expect(of('\n\nc[t] = W x[t]\n\nh[t] = tanh(c[t])\n\n')).toEqual(plain);
    expect(of('c[t] = W x[t]; h[t] = tanh(c[t]);')).toEqual(plain);
  });

  test.each([
    ['W x[t] * (3 - 1)', '2 * W x[t]'],
    ['(-2) * W x[t]', '-2 * W x[t]'],
    ['2 * -3 * W x[t]', '-6 * W x[t]'],
    ['W x[t] + 2 * (1 - 4)', 'W x[t] - 6'],
    ['(2 * 3 - 1) - W x[t] - (-1)', '6 - W x[t]'],
  ])('%s takes the numbers together, as %s', (right, wanted) => {
    const stepsOf = (text: string) =>
      define({ name: 'mine', source: [], equations: `h[t] = ${text}` }).steps.map(
        ({ inputs, signs, constant }) => ({ inputs, signs, constant }),
      );
    const last = (text: string) => stepsOf(text).at(-1);
    if (wanted.startsWith('-')) expect(last(right)?.constant).toBe(Number(wanted.split(' ')[0]));
    else expect(last(right)).toEqual(last(wanted));
  });

  test('names a formula that meets two lengths, and puts brackets round it in the hint', () => {
    const equations = 'h[t] = 2 * tanh(W x[t])\ny[t] = 3 * tanh(W x[t])';
    expect(() =>
      define({ name: 'mine', source: [], equations, sizes: { x: 'D', y: 'K' } }),
    ).toThrow(
      'found «tanh(W x[t])» of length H; expected length K; multiply it by a matrix first, for example W_1 (tanh(W x[t]))',
    );
  });

  test.each([
    ['W (x[t] + z[t])', { x: 'D', z: 'D' }, 'D'],
    ['W (2 * z[t])', { z: 'Z' }, 'Z'],
    ['W (1 - tanh(z[t]))', { z: 'Z' }, 'Z'],
    ['W (U x[t])', { x: 'D' }, 'H'],
    ['W b', { x: 'D' }, 'H'],
  ])('finds the columns of W in %s', (right, sizes: Record<string, string>, columns) => {
    const program = define({
      name: 'mine',
      source: [],
      equations: `h[t] = ${right}\nc[t] = ${Object.keys(sizes)[0]}[t]`,
      sizes: { ...sizes, c: Object.values(sizes)[0] ?? '' },
    });
    expect(program.quantities.get('W')?.shape).toEqual(['H', columns]);
  });

  test('takes lengths of an operation with a signature from what is known, else H', () => {
    const program = define({
      name: 'mine',
      source: [],
      equations:
        'v[t] = transposed(M, tanh(p[t]))\ne[t] = additive(M, v[t], c)\nk[t] = additive(N, U q[t], g)\nL[t] = squared_error(a, b)',
      sizes: { p: 'S', v: 'V', e: 'S', q: 'Q' },
    });
    const shapeOf = (name: string) => program.quantities.get(name as 'v')?.shape;
    expect(['M', 'c', 'a', 'b', 'L'].map(shapeOf)).toEqual([['S', 'V'], ['V'], ['H'], ['H'], [1]]);
    expect(['N', 'U', 'g'].map(shapeOf)).toEqual([['H', 'H'], ['H', 'Q'], ['H']]);
  });

  test('leaves a_f to a parameter of that name; the pre-activation is then named by its formula', () => {
    const program = define({ name: 'mine', source: [], equations: 'f[t] = tanh(W x[t] + a_f)' });
    expect(program.steps.map(({ out }) => out)).toEqual(['W x[t]', 'W x[t] + a_f', 'f']);
    expect(program.quantities.get('a_f')?.role).toBe('param');
  });

  test('refuses a state that leaves out a quantity used at t − 1', () => {
    const equations = 'c[t] = W x[t] + c[t-1]\nh[t] = tanh(c[t] + h[t-1])';
    expect(() => define({ name: 'mine', source: [], equations, state: ['h'] })).toThrow(
      'mine: state is «h», but «c» is used at t-1; add it to state',
    );
  });

  test('names the argument of a nonlinearity its pre-activation, and other intermediates by their formula', () => {
    const program = define({
      name: 'mine',
      source: [],
      equations: 'f[t] = sigmoid(W x[t])\nh[t] = f[t] * tanh(W x[t])',
    });
    expect(program.steps.map(({ out }) => out)).toEqual([
      'a_f',
      'f',
      'W x[t]',
      'tanh(W x[t])',
      'h',
    ]);
  });
});
