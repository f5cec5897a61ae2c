/** What operators and relations are called, by the text that KaTeX gives them. */
export const OPERATORS: Readonly<Record<string, string>> = {
  '+': 'plus',
  '-': 'minus',
  '=': 'equals',
  '<': 'is less than',
  '>': 'is greater than',
  '/': 'over',
  '\\pm': 'plus or minus',
  '\\cdot': 'times',
  '\\times': 'times',
  '\\odot': 'elementwise times',
  '\\otimes': 'outer product with',
  '\\circ': 'after',
  '\\oplus': 'joined with',
  '\\le': 'is at most',
  '\\leq': 'is at most',
  '\\ge': 'is at least',
  '\\geq': 'is at least',
  '\\ll': 'is much less than',
  '\\gg': 'is much greater than',
  '\\neq': 'is not equal to',
  '\\ne': 'is not equal to',
  '\\not': 'not',
  '\\approx': 'is about',
  '\\sim': 'is distributed as',
  '\\propto': 'is proportional to',
  '\\equiv': 'is identical to',
  '\\in': 'in',
  '\\to': 'to',
  '\\rightarrow': 'to',
  '\\mapsto': 'maps to',
  '\\Rightarrow': 'implies',
  '\\leftarrow': 'becomes',
  '\\mid': 'given',
  ':': 'colon',
  '+=': 'increases by',
};

/** Letters and signs that have a name of their own. */
export const LETTERS: Readonly<Record<string, string>> = {
  '\\varepsilon': 'epsilon',
  '\\vartheta': 'theta',
  '\\varphi': 'phi',
  '\\infty': 'infinity',
  '\\ldots': 'and so on',
  '\\dots': 'and so on',
  '\\@cdots': 'and so on',
  '\\cdots': 'and so on',
  '\\ell': 'l',
  '\\%': 'percent',
  '%': 'percent',
  '\\_': ' ',
  '?': 'question mark',
};

/** What stands before the thing it works on. */
export const PREFIXES: Readonly<Record<string, string>> = {
  '\\partial': 'partial',
  '\\nabla': 'the gradient of',
  '\\Delta': 'the change of',
};

export const FUNCTIONS: Readonly<Record<string, string>> = {
  tanh: 'hyperbolic tangent',
  ln: 'natural logarithm',
  log: 'logarithm',
  exp: 'exponential',
  sin: 'sine',
  cos: 'cosine',
  max: 'maximum',
  min: 'minimum',
  lim: 'limit',
  argmax: 'arg max',
  argmin: 'arg min',
  BCE: 'binary cross-entropy',
  CE: 'cross-entropy',
  diag: 'diagonal matrix',
  relu: 'rectifier',
};

/** Letters that are functions where a parenthesis follows. */
export const FUNCTION_LETTERS = new Set(['f', 'g', 'p', 'P', '\\sigma', '\\rho', '\\phi', '\\psi']);

/** Operators with a range: Σ over t from 1 to T. */
export const RANGED: Readonly<Record<string, string>> = {
  '\\sum': 'the sum',
  '\\prod': 'the product',
  '\\int': 'the integral',
};

export const ACCENTS: Readonly<Record<string, string>> = {
  '\\bar': 'bar',
  '\\overline': 'bar',
  '\\hat': 'hat',
  '\\widehat': 'hat',
  '\\tilde': 'tilde',
  '\\widetilde': 'tilde',
  '\\vec': 'vector',
  '\\dot': 'dot',
  '\\ddot': 'double dot',
};

export const POWERS: Readonly<Record<string, string>> = {
  '2': 'squared',
  '3': 'cubed',
  '\\top': 'transpose',
  '*': 'star',
  '\\ast': 'star',
  '\\star': 'star',
  '\\prime': 'prime',
  '-1': 'to the power minus 1',
};

/** Small fractions have names. */
export const FRACTIONS: Readonly<Record<string, string>> = {
  '1/2': 'one half',
  '1/3': 'one third',
  '2/3': 'two thirds',
  '1/4': 'one quarter',
  '3/4': 'three quarters',
  '1/10': 'one tenth',
};
