import type { Bank } from './bank.ts';

export const recurrence: Bank = {
  'hand-step': {
    right: ['-0.063', '−0.063', '-0,06', '-0.0629477', '-.065', '−63/1000'],
    wrong: [
      ['0.291', 'the state after the mark'],
      ['0.41', 'left out the bias in the second step'],
      ['0.3', 'the sum of the first step, before tanh'],
      ['1.5*0.3 - 0.5', 'The state is tanh of it'],
      ['0.96', 'the weight of the mark again'],
      ['1.9', 'never gives more than 1'],
    ],
    near: ['-0.0565', '-0.0695', '0.063'],
    unreadable: ['', 'tanh(0.3)', '-0.06 or so', '1..5', '(1'],
  },
  'half-life-ten': {
    right: ['0.93', '0,933', '0.93303', '.935', '933/1000'],
    wrong: [
      ['0.95', 'That loses a twentieth of the'],
      ['0.9', 'half is gone after 6.6 letters'],
      ['0.5', 'half is gone after a single letter'],
      ['1', 'does not shrink by a fixed share'],
      ['0.1', 'less than half is left'],
    ],
    near: ['0.929', '0.937'],
    unreadable: ['', '2^(-1/10)', 'half', '0.5^0.1'],
  },
  'five-memories': {
    right: ['hasty broken faint narrow safe'],
    wrong: [
      ['hasty broken faint safe narrow', 'the upper valley stands until'],
      ['hasty broken narrow faint safe', 'slips past the diagonal'],
      ['hasty faint narrow broken safe', 'are not the same'],
      ['hasty faint broken narrow safe', 'has no valley left'],
      ['broken hasty faint narrow safe', 'the state shrinks by itself'],
    ],
    near: ['broken hasty faint narrow safe', 'hasty faint broken narrow safe'],
    unreadable: ['', 'hasty broken', 'hasty hasty faint narrow safe'],
  },
  'two-to-close': {
    right: [
      ['2', '2.1', '0.4'],
      ['2', '2,1', '0,55'],
      ['5/2', '2.85', '0.55'],
      ['3', '3', '.45'],
      ['1.2', '1.1', '0.3'],
    ],
    wrong: [
      [['2', '3', '0'], 'at step 6 the lamp says 0.04 and should be on. Without a lean'],
      [['2', '2', '-0.2'], 'A lean downwards makes closing easy'],
      [['0.9', '2', '0.4'], 'no two valleys'],
      [['2', '3', '0.4'], 'turns the lamp over at once'],
      [['2', '0.5', '0.4'], 'is not heard'],
    ],
    near: [
      ['2', '2.5', '0.4'],
      ['2', '1.6', '0.2'],
    ],
    unreadable: [
      ['', '', ''],
      ['2', 'three', '0'],
      ['2', '3', '10'],
      ['2', '3', '--'],
    ],
  },
  'parameter-count': {
    right: ['68', '68.0', '5*4 + 5*5 + 5 + 3*5 + 3', '20+25+5+15+3'],
    wrong: [
      ['60', 'The biases are missing'],
      ['43', 'from state to state is missing'],
      ['63', 'biases of the hidden units'],
      ['65', 'biases of the readout'],
      ['48', 'hear only themselves'],
      ['68000', 'a network for every step'],
    ],
    near: ['67', '69'],
    unreadable: ['', 'many', '5x4'],
  },
  'stale-state': {
    right: ['6'],
    wrong: [
      ['3', 'begin with the bias'],
      ['4', 'as long as every h[j] still is'],
      ['5', 'The input is read as it should be'],
      ['8', 'the harm is done'],
    ],
    near: [],
    unreadable: [''],
  },
  'elman-jordan': {
    right: ['latch-toggle'],
    wrong: [
      ['all', 'Two states with the same answer'],
      ['latch', 'there is another one'],
      ['latch-delay', 'it has to know what came now'],
      ['latch-toggle-counter', 'After two lamps that are off'],
    ],
    near: [],
    unreadable: ['', 'none'],
  },
  'without-the-squeeze': {
    right: [
      'w^3*h0 + w^2*u + (w^2 + w + 1)*b',
      'w³h₀ + w²u + w²b + wb + b',
      'w(w(w h0 + u + b) + b) + b',
      'w*w*w*h_0 + w**2*u + b*(1 + w + w*w)',
      'b[1 + w + w^2] + u w^2 + h0 w^3',
    ],
    wrong: [
      ['w^3 h0 + w^2 u', 'The bias is missing'],
      ['w^3 h0 + w^2 u + b', 'the bias of the last step'],
      ['w^3 h0 + w^2 u + 3b', 'has been multiplied by'],
      ['w^2 h0 + w u + w b + b', 'one letter too few'],
      ['w^3 h0 + u + (w^2 + w + 1) b', 'Two steps have multiplied it since'],
      ['w^3 h0 + (w^2 + w + 1)(u + b)', 'reads a mark at every step'],
      ['w^3 (h0 + u) + (w^2 + w + 1) b', 'comes in at the steps after it'],
      ['w^2 u + (w^2 + w + 1) b', 'did not begin at zero'],
    ],
    near: ['w^3*h0 + w^2*u + (w^2 + w + 2)*b', 'w^3*h0 + w^2*u + (w^2 + w + 1)*b + 0.001'],
    unreadable: ['', 'w^3 h0 + w^2 u + x', 'w^', 'tanh(w)', '(w + b'],
  },
};
