import { describe, expect, test } from 'vitest';
import { define, EquationError } from '#engine/index.ts';

/** What a reader may type, and the place, find, expectation and hint that the answer has to hold. */
const MISTAKES: readonly [what: string, text: string, place: [number, number], parts: string[]][] =
  [
    [
      'an unknown name',
      'h[t] = tanh(W x[t] + W_q q[t])',
      [1, 26],
      ['«q[t]», which nothing defines', '«h», «x»', 'add an equation q[t]'],
    ],
    [
      'a misspelt function',
      'h[t] = tahn(W x[t])',
      [1, 8],
      ['«tahn»', 'a function: tanh', 'did you mean «tanh»?'],
    ],
    [
      'a shape mismatch',
      'f[t] = sigmoid(W_xf x[t])\nh[t] = f[t] * x[t]',
      [2, 15],
      ['«x» of length D', 'length H', 'W_1 x[t]'],
    ],
    [
      'a matrix used with two shapes',
      'h[t] = tanh(W x[t] + W h[t-1])',
      [1, 22],
      ['«W» as H × H', 'H × D', 'another matrix name'],
    ],
    [
      'an undefined c[t-1]',
      'h[t] = tanh(W x[t] + c[t-1])',
      [1, 22],
      ['«c[t-1]», which nothing defines', 'add an equation c[t] = …'],
    ],
    [
      'a number that is too large',
      'h[t] = tanh(1e999 * h[t-1])',
      [1, 13],
      ['«1e999»', 'a number below 1.8e308'],
    ],
    [
      'a missing operator',
      'h[t] = tanh(W x[t] U h[t-1])',
      [1, 20],
      ['«U»', 'an operator: + - *', 'put *'],
    ],
    [
      'a bracket that is not closed',
      'h[t] = tanh(W x[t]',
      [1, 19],
      ['the end of the text', '«)»', 'opened at line 1, column 12'],
    ],
    [
      'a bracket that was never opened',
      'h[t] = tanh(W x[t]))',
      [1, 20],
      ['«)»', 'the end of the equation', 'no opening one'],
    ],
    [
      'a name defined twice',
      'h[t] = tanh(W x[t])\nh[t] = tanh(U x[t])',
      [2, 1],
      ['a second definition of «h»', 'once', 'already defined in line 1'],
    ],
    ['an empty text', '  \n ', [1, 1], ['no equation', 'at least one', 'h[t] = tanh(']],
    [
      'a quantity used before it is computed',
      'g[t] = tanh(c[t])\nc[t] = g[t]',
      [1, 13],
      ['«c[t]» before it is computed', 'move the equation of «c» above'],
    ],
    [
      'its own result',
      'h[t] = 2 * h[t]',
      [1, 12],
      ['«h[t]» before it is computed', 'write h[t-1]'],
    ],
    [
      'a time quantity without index',
      'h[t] = tanh(W h + x[t])',
      [1, 15],
      ['«h» without a time index', '«h[t]» or «h[t-1]»'],
    ],
    ['a look into the future', 'h[t] = tanh(W x[t+1])', [1, 16], ['«[t+1]»', '«[t]» or «[t-1]»']],
    ['a division', 'h[t] = W x[t] / 2', [1, 15], ['«/»', 'there is no division']],
    ['a power', 'h[t] = W x[t] ^ 2', [1, 15], ['«^»', 'x[t] * x[t]']],
    ['no time index on the left', 'h = tanh(W x[t])', [1, 3], ['«=»', '«[t]» after «h»']],
    [
      'an operator without operand',
      'h[t] = tanh(W x[t] + )',
      [1, 22],
      ['«)»', 'a number, a name, a function'],
    ],
    [
      'a function without argument',
      'h[t] = tanh',
      [1, 8],
      ['the function «tanh» without its argument'],
    ],
    ['too many arguments', 'h[t] = tanh(W x[t], 2)', [1, 8], ['«tanh»', '1 argument']],
    [
      'a loss inside a formula',
      'h[t] = tanh(W x[t])\nz[t] = 2 * bce(h[t], h[t])',
      [2, 12],
      ['the loss «bce» inside a formula', 'L[t] = bce('],
    ],
    ['an input at t-1', 'h[t] = tanh(W x[t-1])', [1, 15], ['the input «x» at t-1', '«x[t]»']],
    ['a line without a name', '= tanh(x[t])', [1, 1], ['«=»', 'the name of a quantity']],
    [
      'a target that is a number',
      'h[t] = W x[t]\nL[t] = bce(h[t], 1)',
      [2, 8],
      ['the loss «bce» inside a formula', 'with two named quantities'],
    ],
    [
      'a misspelt quantity',
      'gate[t] = W x[t]\nh[t] = gote[t]',
      [2, 8],
      ['«gote[t]»', 'did you mean «gate»? Otherwise add an equation gote[t] = …'],
    ],
    ['a missing equals sign', 'h[t] tanh(W x[t])', [1, 6], ['«tanh»', '«=»', 'write h[t] = …']],
    [
      'two equations in one line',
      'h[t] = W x[t] = 2',
      [1, 15],
      ['«=»', 'the end of the equation', 'on a line of its own'],
    ],
    ['a time index alone', 'h[t] = 2 * [t-1]', [1, 12], ['«[t-1]»', 'a name before']],
    [
      'an open time index',
      'h[t] = W x[t',
      [1, 11],
      ['«[t»', 'a closing bracket «]»', 'write x[t]'],
    ],
    ['an unknown function', 'h[t] = besselj(W x[t])', [1, 8], ['only these functions exist']],
    ['an unknown character', 'h[t] = W x[t] & 2', [1, 15], ['«&»', 'remove it']],
    [
      'a missing second argument',
      'h[t] = W x[t]\nL[t] = bce(h[t])',
      [2, 8],
      ['2 arguments of «bce», not 1', 'separate arguments by commas'],
    ],
    [
      'a quantity named like a function',
      'tanh[t] = W x[t]',
      [1, 1],
      ['«tanh», which is a function', 'tanh_1'],
    ],
    ['numbers alone', 'h[t] = 2 * 3', [1, 8], ['the number 6 alone', 'a quantity']],
    ['a sum of numbers', 'h[t] = tanh(3 - 1 + 2)', [1, 13], ['the number 4 alone']],
    ['one number', 'h[t] = 1', [1, 8], ['the number 1 alone']],
    [
      'a matrix without its vector',
      'h[t] = W x[t] + W',
      [1, 17],
      ['the matrix «W» alone', 'W x[t]'],
    ],
    [
      'a vector used as a matrix',
      'h[t] = tanh(W x[t] + b)\nc[t] = b h[t]',
      [2, 8],
      ['«b» as H × H', 'H × 1', 'another matrix name'],
    ],
    [
      'a parameter of another length',
      'h[t] = W x[t] + b\nc[t] = U (x[t] + b)',
      [2, 18],
      ['«b» of length H', 'length D', 'for example W_1 b'],
    ],
    [
      'a function of several lengths inside a formula',
      'h[t] = 2 * transposed(K, x[t])',
      [1, 12],
      ['the function «transposed» inside a formula', 'of its own', 'v[t] = transposed('],
    ],
    [
      'a number made of vectors inside a formula',
      'h[t] = 2 * dot(x[t], x[t])',
      [1, 12],
      ['the number «dot» inside a formula', 'with two named quantities'],
    ],
    [
      'a formula in place of a matrix',
      'h[t] = transposed(2 * x[t], x[t])',
      [1, 19],
      ['«2 * x[t]»', 'a matrix', 'without a time index'],
    ],
  ];

describe('define', () => {
  test.each(MISTAKES)(
    'tells place, find, expectation and hint of %s',
    (_, text, [line, column], parts) => {
      const error = caught(text);
      expect(error).toBeInstanceOf(EquationError);
      expect(error.message).toContain(`mine, line ${line}, column ${column}: found `);
      for (const part of parts) expect(error.message).toContain(part);
      for (const part of [error.found, error.expected, error.hint]) expect(part).not.toBe('');
    },
  );
});

function caught(text: string): EquationError {
  try {
    define({ name: 'mine', source: [], equations: text });
  } catch (error) {
    if (error instanceof EquationError) return error;
    throw error;
  }
  throw new Error(`no error for ${text}`);
}
