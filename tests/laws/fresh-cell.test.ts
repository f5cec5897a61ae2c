import { describe, expect, test } from 'vitest';
import { define, join, sigmoidHead, softmaxHead, tex, adjointTex } from '#engine/index.ts';
import { testLaws } from './program-laws.ts';
import { testTickLaws } from './tick-laws.ts';

/** A cell that the book does not have: all that anyone writes to add one. */
const softsignGated = define({
  name: 'softsign-gated',
  source: [],
  equations: `
    f[t] = sigmoid(W_xf x[t] + W_hf h[t-1] + b_f)
    n[t] = softsign(W_xn x[t] + W_hn (f[t] * h[t-1]) + b_n)
    h[t] = (1 - f[t]) * h[t-1] + f[t] * n[t]`,
});

describe('a fresh cell, from its equations alone', () => {
  testLaws(join(softsignGated, sigmoidHead));
  testLaws(join(softsignGated, softmaxHead));
  testTickLaws(join(softsignGated, softmaxHead));

  test('softsign-gated prints its formulas', () => {
    expect(tex(softsignGated).map(plain)).toEqual([
      'f_{t} = \\sigma(W_{xf}\\,x_{t} + W_{hf}\\,h_{t-1} + b_{f})',
      'n_{t} = \\operatorname{softsign}(W_{xn}\\,x_{t} + W_{hn}\\,(f_{t} \\odot h_{t-1}) + b_{n})',
      'h_{t} = (1 - f_{t}) \\odot h_{t-1} + f_{t} \\odot n_{t}',
    ]);
  });

  test('softsign-gated derives the four ways in which blame reaches the old state', () => {
    const intoOldState = adjointTex(softsignGated)
      .map(plain)
      .filter((line) => line.startsWith('\\bar{h}_{t-1}'));
    // directly through the leak, through the candidate's product, through the gate
    expect(intoOldState).toHaveLength(3);
  });
});

/** The text without the marks that link it to pages. */
function plain(line: string): string {
  let text = line;
  for (;;) {
    const next = text.replace(
      /\\htmlData\{[^}]*\}\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/,
      '$1',
    );
    if (next === text) return text;
    text = next;
  }
}
