import type { Bank } from './bank.ts';

export const gatedCells: Bank = {
  'bias-for-thousand': {
    right: ['7.3', '7,27', '7.274', '7.25'],
    wrong: [
      ['0.9993', 'the share that has to be kept'],
      ['-7.27', 'wrong way round'],
      ['6.9', 'one part in a thousand'],
      ['30', 'lets go of next to nothing'],
    ],
    near: ['7.2', '7.35'],
    unreadable: ['', 'ln(0.9993)', 'seven'],
  },
  'one-lstm-step': {
    right: ['sums gates erase write squeeze show'],
    wrong: [
      ['sums gates erase show write squeeze', 'with what was written at this very step'],
      ['sums gates erase squeeze write show', 'it would not be a sum any more'],
      ['sums gates write erase squeeze show', 'what has just been written'],
      ['sums gates erase write show squeeze', 'how much of the squeezed cell is seen'],
      ['sums erase gates write squeeze show', 'That has to be known first'],
      ['gates sums erase write squeeze show', 'a logistic function of a sum'],
    ],
    near: ['sums gates erase write show squeeze', 'gates sums erase write squeeze show'],
    unreadable: ['', 'sums gates'],
  },
  'quote-truth-table': {
    right: ['overwrite'],
    wrong: [
      ['always-write', 'Not wrong, if the candidate is exactly 0'],
      ['forget-letters', 'Open means keep'],
      ['read-at-marks', 'the lamp has to be right at letters too'],
    ],
    near: [],
    unreadable: ['', 'none'],
  },
  'cell-slope': {
    right: ['product'],
    wrong: [
      ['sum', 'Steps that follow each other multiply'],
      ['tanh', 'what passes through tanh'],
      ['shifted', 'Count again'],
      ['one', 'In the cell of 1997'],
    ],
    near: [],
    unreadable: ['', 'f'],
  },
  'from-store-to-view': {
    right: [
      'o3 * (1 - s3^2) * f1 * f2 * f3',
      'o₃(1 − s₃²)f₃f₂f₁',
      'f1f2f3o3(1-s3)(1+s3)',
      'f3*f2*f1*(o3 - o3*s3**2)',
    ],
    wrong: [
      ['f1 f2 f3', 'how far the cell'],
      ['o3 f1 f2 f3', 'stands a squeeze'],
      ['(1 - s3^2) f1 f2 f3', 'Who decides how much is shown'],
      ['o1 o2 o3 (1 - s3^2) f1 f2 f3', 'they do not stand'],
      ['o3 (1 - s3^2) f2 f3', 'there are three steps'],
      ['o3 (1 - s3^2)(f1 + f2 + f3)', 'follow each other multiply'],
      ['o3 s3 f1 f2 f3', 'one minus the square'],
    ],
    near: ['o3 * (1 - s3^2) * f1 * f2 * f3 + 0.0001', 'o3 * (1 - s3) * f1 * f2 * f3'],
    unreadable: ['', 'o3 f1 f2 f3 c0', 'o3 * (', 'tanh(c3)'],
  },
  'gate-order': {
    right: ['6'],
    wrong: [
      ['7', 'half of the swap'],
      ['1', 'a matter of convention'],
      ['3', 'cut as they should be'],
      ['8', 'as the equation says'],
      ['9', 'Is it fed with the right gate'],
    ],
    near: [],
    unreadable: [''],
  },
  'coupled-gru': {
    right: ['open-output'],
    wrong: [
      ['nothing', 'a gated and squeezed view'],
      ['no-tanh', 'still stands between store and view'],
      ['output-only', 'Look at the candidate of a GRU'],
    ],
    near: [],
    unreadable: ['', 'all'],
  },
  'reset-two-ways': {
    right: ['1', '1.0', '0 - (-1)', '2/2'],
    wrong: [
      ['-1', 'subtracted the other way round'],
      ['0', 'It has two components'],
      ['-0.5', 'gated first, each by its own number'],
      ['0.5', 'One of the two products is off'],
    ],
    near: ['1.01', '0.99'],
    unreadable: ['', '(1, 0)', 'one'],
  },
  'parameter-budget': {
    right: ['23', '23.0', '46/2'],
    wrong: [
      ['26.7', 'the square of the units'],
      ['20', 'There is room for more'],
      ['24', 'One more, or one too many'],
    ],
    near: ['22', '23.5'],
    unreadable: ['', '4/3 H', 'H'],
  },
  'count-by-hand': {
    right: ['-1.67', '−1,67', '-1.673', '(0.98^10 - 1)*(1 - 0.98^10)/0.02'],
    wrong: [
      ['0', 'with a forget gate at 1'],
      ['1.67', 'the sign is not'],
      ['9.15', 'Now ten closing ones follow'],
    ],
    near: ['-1.64', '-1.71'],
    unreadable: ['', '0.98^n', 'below zero'],
  },
  'two-deep': {
    right: [
      ['9', '9', '0.3', '9', '-3.8'],
      ['8', '5', '0,3', '9', '−3,5'],
      ['9', '9', '9', '9', '-7.8'],
      ['7', '9', '1/2', '8', '-4.4'],
    ],
    wrong: [
      [['9', '9', '0', '9', '-3.8'], 'nothing is ever written'],
      [['9', '9', '-0.3', '9', '-3.8'], 'What should the candidate be then'],
      [['9', '-5', '0.3', '9', '-3.8'], 'has to get in'],
      [['2', '9', '0.3', '9', '-3.8'], 'forty of them leave too little'],
      [['9', '9', '0.3', '9', '1'], 'What does a bias of that sign say'],
      [['9', '9', '2', '9', '-3.8'], 'Either count in smaller coins'],
      [['9', '9', '0.3', '-9', '-3.8'], 'should make the lamp surer'],
    ],
    near: [
      ['9', '9', '0.3', '9', '-2.4'],
      ['9', '9', '0.3', '9', '-4.9'],
    ],
    unreadable: [
      ['', '', '', '', ''],
      ['9', '9', '0.3', '9', 'minus 4'],
      ['12', '9', '0.3', '9', '-3.8'],
    ],
  },
  'design-a-cell': {
    right: ['4'],
    wrong: [
      ['5', 'takes the output gate away'],
      ['1', 'biases can open it'],
      ['2', 'an input gate of its own'],
      ['3', 'not on the wire from cell to cell'],
    ],
    near: [],
    unreadable: [''],
  },
};
