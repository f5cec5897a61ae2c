import { describe, expect, test } from 'vitest';
import { opTexOf, type Parts } from '#engine/program/op-tex.ts';
import { everyOp } from '#engine/program/every-op.ts';
import { opOf } from '#engine/program/ops.ts';
import { typeset } from '#src/lib/typeset.ts';

const parts: Parts = {
  out: 'y',
  inputs: ['a', 'b', 'c'],
  D: 'D',
  signs: [1, -1, 1],
  constant: 0,
  scalar: false,
};

/** What a book would print: the right side, then what flows back to each argument; D is ∂L/∂y. */
const WRITTEN: Readonly<Record<string, readonly [tex: string, ...adjoints: string[]]>> = {
  tanh: ['\\tanh(a)', 'D \\odot (1 - {y}^{2})'],
  sigmoid: ['\\sigma(a)', 'D \\odot y\\,(1 - y)'],
  relu: ['\\operatorname{ReLU}(a)', 'D \\odot [a > 0]'],
  hard_sigmoid: ['\\operatorname{hard}\\,\\sigma(a)', 'D \\odot 0.2\\,[0 < y < 1]'],
  hard_tanh: ['\\operatorname{hard\\,tanh}(a)', 'D \\odot [-1 < y < 1]'],
  identity: ['a', 'D'],
  reciprocal: ['{(a)}^{-1}', 'D \\odot (-{(y)}^{2})'],
  softplus: ['\\operatorname{softplus}(a)', 'D \\odot \\sigma(a)'],
  log_sigmoid: ['\\log \\sigma(a)', 'D \\odot \\sigma(-a)'],
  silu: ['\\operatorname{SiLU}(a)', 'D \\odot (\\sigma(a) + y \\odot \\sigma(-a))'],
  softsign: ['\\operatorname{softsign}(a)', 'D \\odot (1 + |a|)^{-2}'],
  elu: ['\\operatorname{ELU}(a)', 'D \\odot \\min(1, e^{a})'],
  gelu: ['\\operatorname{GELU}(a)', 'D \\odot (\\Phi(a) + a \\odot \\varphi(a))'],
  log: ['\\log(a)', 'D \\odot {(a)}^{-1}'],
  softmax: ['\\operatorname{softmax}(a)', 'y \\odot (D - {y}^{\\top}D)'],
  log_softmax: ['\\log \\operatorname{softmax}(a)', 'D - e^{y}\\,(\\mathbf{1}^{\\top}D)'],
  apply: ['a\\,b', 'D\\,b^{\\top}', 'a^{\\top}D'],
  sum: ['a - b + c', 'D', '-D', 'D'],
  product: ['0\\,a \\odot b \\odot c', '0\\,D \\odot b \\odot c', '0\\,D \\odot a \\odot c'],
  dot: ['{a}^{\\top}b', 'D\\,b', 'D\\,a'],
  transposed: ['{a}^{\\top}b', 'b\\,{D}^{\\top}', 'a\\,D'],
  additive: [
    '\\tanh(a + \\mathbf{1}\\,{b}^{\\top})\\,c',
    'D\\,{c}^{\\top} \\odot (1 - {\\tanh(a + \\mathbf{1}\\,{b}^{\\top})}^{2})',
    '(D\\,{c}^{\\top} \\odot (1 - {\\tanh(a + \\mathbf{1}\\,{b}^{\\top})}^{2}))^{\\top}\\mathbf{1}',
    '{\\tanh(a + \\mathbf{1}\\,{b}^{\\top})}^{\\top}D',
  ],
  concat: [
    '[a;\\, b]',
    '\\text{upper part of }D\\text{ that was }a',
    '\\text{lower part of }D\\text{ that was }b',
  ],
  bce: ['\\operatorname{BCE}(\\sigma(a), b)', 'D\\,(\\sigma(a) - b)', '-D\\,a'],
  cross_entropy: [
    '-{b}^{\\top} \\log \\operatorname{softmax}(a)',
    'D\\,(\\operatorname{softmax}(a) - b)',
    '-D\\,\\log \\operatorname{softmax}(a)',
  ],
  kl_divergence: [
    '\\operatorname{KL}(b \\,\\|\\, \\operatorname{softmax}(a))',
    'D\\,(\\operatorname{softmax}(a) - b)',
  ],
  squared_error: ['\\tfrac{1}{2}\\lVert a - b \\rVert^{2}', 'D\\,(a - b)', '-D\\,(a - b)'],
};

describe('the table of operations', () => {
  test.each(everyOp)('$name writes itself and its pullback as a book does', (op) => {
    const [tex, ...adjoints] = WRITTEN[op.name] ?? [];
    const written = opTexOf(op.name);
    expect(written.tex(parts)).toBe(tex);
    adjoints.forEach((wanted, which) => expect(written.adjointTex(parts, which)).toBe(wanted));
    for (const line of [written.tex(parts), written.adjointTex(parts, 0)])
      expect(() => typeset(line)).not.toThrow();
  });

  test.each<[string, Partial<Parts>, string, string]>([
    ['tanh', { scalar: true }, '\\tanh(a)', 'D\\,(1 - {y}^{2})'],
    ['apply', { scalar: true, inputs: ['w', 'x'] }, 'w\\,x', 'D\\,x'],
    ['sum', { constant: 1 }, '1 + a - b + c', 'D'],
    ['sum', { signs: [-1], inputs: ['a'] }, '-a', '-D'],
    ['product', { constant: 1, inputs: ['a', 'b'] }, 'a \\odot b', 'D \\odot b'],
    ['product', { constant: 1, inputs: ['a', 'b'], scalar: true }, 'a\\,b', 'D\\,b'],
    ['product', { constant: -1, inputs: ['a'] }, '-a', '-D'],
    ['product', { constant: 2, inputs: ['a'] }, '2\\,a', '2\\,D'],
  ])('%s of %o has signs and constants where people put them', (name, own, tex, adjoint) => {
    expect(opTexOf(name).tex({ ...parts, ...own })).toBe(tex);
    expect(opTexOf(name).adjointTex({ ...parts, ...own }, 0)).toBe(adjoint);
  });

  test('apply between single numbers gives the weight times the gradient to its argument', () => {
    expect(opTexOf('apply').adjointTex({ ...parts, inputs: ['w', 'x'], scalar: true }, 1)).toBe(
      'w\\,D',
    );
  });

  test('of TeX says which operation it does not have', () => {
    expect(() => opTexOf('cosine')).toThrow('no TeX for «cosine»; add it to op-tex.ts');
  });

  test('an operation that it does not have is named beside those that it has', () => {
    expect(() => opOf('cosine')).toThrow(
      'no operation «cosine»; there are tanh, sigmoid, identity',
    );
  });
});
