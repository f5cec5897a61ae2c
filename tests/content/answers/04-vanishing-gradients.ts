import type { Bank } from './bank.ts';

export const vanishing: Bank = {
  'slope-at-rest': {
    right: ['0.39', '0,394', '0.3943', '1.5*(1 - 0.8586^2)'],
    wrong: [
      ['0.263', 'the slope of tanh alone'],
      ['0.212', 'one minus its square'],
      ['0.8586', 'the state at rest'],
      ['1.5', 'the slope at zero'],
      ['1.2', 'would run away from there'],
    ],
    near: ['0.388', '0.401'],
    unreadable: ['', 'w(1-h^2)', '0.39 (about)'],
  },
  'one-percent-left': {
    right: ['0.63', '0,631', '0.6310', '.63'],
    wrong: [
      ['0.99', 'loses one percent at each letter'],
      ['0.9', 'a third is still there'],
      ['0.37', 'the share which each letter takes'],
      ['0.1', 'left after two letters'],
      ['1', 'Then nothing shrinks'],
    ],
    near: ['0.62', '0.64'],
    unreadable: ['', '0.01^0.1', '1%'],
  },
  'logistic-path': {
    right: [
      'w^2 * h2 * (1 - h2) * h3 * (1 - h3)',
      'w²h₂(1−h₂)h₃(1−h₃)',
      '(w h2 - w h2^2)(w h3 - w h3^2)',
      'w*w*(h2 - h2**2)*(h3 - h3**2)',
    ],
    wrong: [
      ['w^2 (1 - h2^2)(1 - h3^2)', 'slopes of tanh'],
      ['w^2 h1 (1 - h1) h2 (1 - h2)', 'One step late'],
      ['w^3 h1 (1-h1) h2 (1-h2) h3 (1-h3)', 'That is three steps'],
      ['w h3 (1 - h3)', 'the last step alone'],
      ['w h2 (1 - h2) h3 (1 - h3)', 'passed twice'],
      ['h2 (1 - h2) h3 (1 - h3)', 'The loop multiplies too'],
      ['w^2 h2 (1 - h2) + w^2 h3 (1 - h3)', 'follow each other multiply'],
    ],
    near: ['w^2 * h2 * (1 - h2) * h3 * (1 - h3) + 0.0001', 'w^2 * h2 * h3'],
    unreadable: ['', 'sigma(w h1)', 'w^2 h4', 'w^2 * (h2'],
  },
  'grows-one-step': {
    right: ['nilpotent'],
    wrong: [
      ['half', 'where does its one number send'],
      ['stretch', 'So 2 is an eigenvalue'],
      ['swap', 'no eigenvalue is zero'],
    ],
    near: [],
    unreadable: ['', 'both'],
  },
  'grows-then-dies': {
    right: [
      ['0.8', '1.2', '0', '0.8'],
      ['0,8', '2', '0', '0.75'],
      ['0.7', '2', '0', '0.7'],
      ['3/4', '1.9', '-0.01', '3/4'],
    ],
    wrong: [
      [['0.8', '0', '1.2', '0.8'], 'has nothing to give to its first number'],
      [['1', '1.2', '0', '0.8'], 'what should bring it down'],
      [['0.8', '1.2', '0', '1'], 'it gives to the first for ever'],
      [['0.8', '-1.2', '0', '0.8'], 'large and positive'],
      [['0.8', '0.5', '0', '0.8'], 'is 0.960 and should be above 2. The lean is too slight'],
    ],
    near: [
      ['0.8', '1.04', '0', '0.8'],
      ['0.95', '1.2', '0', '0.95'],
    ],
    unreadable: [
      ['', '', '', ''],
      ['0.8', '1.2', '', '0.8'],
      ['0.8', '3', '0', '0.8'],
      ['a', 'b', 'c', 'd'],
    ],
  },
  'fifty-steps': {
    right: ['nothing turn keep grow lean'],
    wrong: [
      ['turn nothing keep grow lean', 'has nothing left of it after the second'],
      ['keep nothing turn grow lean', 'has nothing left of it after the second'],
      ['nothing keep turn grow lean', 'Which one keeps an arrow as it is'],
      ['nothing turn grow keep lean', 'grows by two percent'],
      ['nothing turn keep lean grow', 'fifty times'],
      ['nothing turn lean keep grow', 'never taken back'],
    ],
    near: ['nothing turn keep lean grow', 'turn nothing keep grow lean'],
    unreadable: ['', 'nothing turn keep grow'],
  },
  'which-explode': {
    right: ['logistic'],
    wrong: [
      ['tanh', 'The bound promises nothing above 1'],
      ['relu', 'Units go on and off'],
      ['linear', 'A rotation is of this kind'],
    ],
    near: [],
    unreadable: ['', 'none'],
  },
  'read-lag-curve': {
    right: ['50', '10*5', '50.0', '30/6*10'],
    wrong: [
      ['34', 'one power of ten a step'],
      ['20', 'Count from lag 0'],
      ['40', 'are not ten lags more'],
    ],
    near: ['49', '51'],
    unreadable: ['', 'lag 50', '5 steps'],
  },
  'clip-by-norm': {
    right: ['-2.4', '−2,4', '-12/5', '-12*2.6/13'],
    wrong: [
      ['-2.6', 'clipping by value'],
      ['2.4', 'scaling keeps the sign'],
      ['-12', 'longer than the bound'],
      ['-0.923', 'has length 1'],
      ['-1.835', 'the sum of the sizes'],
    ],
    near: ['-2.41', '-2.39'],
    unreadable: ['', '1; -2.4', 'five'],
  },
  'clip-bug': {
    right: ['5'],
    wrong: [
      ['3', 'The sum of squares is right'],
      ['4', 'is the norm'],
      ['7', 'if the factor is'],
    ],
    near: [],
    unreadable: [''],
  },
  'adam-invariance': {
    right: ['term'],
    wrong: [
      ['all', 'shrink alike'],
      ['loss', 'multiplies all gradients by a hundred'],
      ['one', "by that weight's own size"],
    ],
    near: [],
    unreadable: ['', 'never'],
  },
  'orthogonal-by-hand': {
    right: ['-0.8', '−0,8', '-4/5', '-0.8*0.6/0.6'],
    wrong: [
      ['0.8', 'They are not at right angles'],
      ['-0.6', 'must have length 1 too'],
      ['0.6', 'and stand at a right angle'],
      ['0', 'and stand at a right angle'],
    ],
    near: ['-0.79', '-0.81'],
    unreadable: ['', '?', 'x'],
  },
};
