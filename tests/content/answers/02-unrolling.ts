import type { Bank } from './bank.ts';

const TASKS =
  'many-one in-step one-many read-write one-one many-one in-step read-write many-one one-many';

export const unrolling: Bank = {
  'another-loop': {
    right: ['12', '6*2', '12.0', '6 + 6'],
    wrong: [
      ['6', 'What else does this neuron carry over'],
      ['10', 'the wires into the first step'],
      ['5', 'the state alone'],
      ['24', 'the black wires too'],
      ['18', 'Which of the wires take time'],
    ],
    near: ['11', '13'],
    unreadable: ['', 'twelve', '2 x 6'],
  },
  'untied-count': {
    right: ['1360', '20*68', '1360,0', '20 * (5*4 + 5*5 + 5 + 3*5 + 3)'],
    wrong: [
      ['68', 'That is the tied network'],
      ['500', 'the matrices of the loop alone'],
      ['543', 'left the rest shared'],
      ['1000', 'leaves the readout out'],
    ],
    near: ['1359', '1361'],
    unreadable: ['', 'T*68', '1 360 parameters'],
  },
  'half-tied': {
    right: [
      'H*D + T*(H^2 + H) + K*H + K',
      'HD + TH² + TH + KH + K',
      'D*H + T*H*(H + 1) + K*(H + 1)',
      '(H + 1)(T H + K) + H D',
    ],
    wrong: [
      ['HD + H^2 + H + KH + K', 'everything tied'],
      ['T(HD + H^2 + H + KH + K)', 'unties everything'],
      ['HD + T H^2 + H + KH + K', 'The bias of the state is untied'],
      ['HD + (T-1)(H^2 + H) + KH + K', 'There is one more'],
      ['T(H^2 + H)', 'the untied half'],
      ['HD + T(H^2 + H) + KH', 'The readout has a bias too'],
      ['HD + T(H^2 + H + KH + K)', 'it is one and the same'],
    ],
    near: ['H*D + T*(H^2 + H) + K*H + K + 1', 'H*D + T*(H^2 + D) + K*H + K'],
    unreadable: ['', 'H*D + N', 'T times all', 'H*(D'],
  },
  'units-three': {
    right: ['numbers'],
    wrong: [
      ['steps', 'What would the layer do with the tenth step'],
      ['layers', 'several such lines of program'],
      ['outputs', 'another switch of such a layer'],
    ],
    near: [],
    unreadable: ['', '3'],
  },
  'ten-tasks': {
    right: [TASKS],
    wrong: [
      [TASKS.replace('many-one', 'one-many'), '9 of 10 are right. Number 1: One yes or no'],
      [TASKS.replace('one-one', 'many-one'), 'Number 5: One input and one answer'],
      [TASKS.replace('read-write', 'in-step'), 'Number 4: Nothing is written before'],
    ],
    near: [TASKS.replace(/one-many$/, 'many-one')],
    unreadable: ['', 'many-one', TASKS.replace('in-step', '-')],
  },
  countdown: {
    right: [
      ['1', '1', '-1', '1'],
      ['1,0', '2/2', '−1', '1.004'],
    ],
    wrong: [
      [['1', '1', '0', '0'], 'at step 2 the answer is 3.00 and should be 2. Something has to be'],
      [['1', '0', '-1', '1'], 'does not know what was read'],
      [['1', '-1', '-1', '1'], 'turns the number over'],
      [['1', '0.9', '-1', '1'], 'takes a share off'],
      [
        ['1', '1', '-1', '0'],
        'at step 1 the answer is 2.00 and should be 3. The bias of the state',
      ],
    ],
    near: [
      ['1', '1', '-1', '1.011'],
      ['1', '1', '-0.99', '1'],
      ['1.01', '1', '-1', '1'],
    ],
    unreadable: [
      ['', '', '', ''],
      ['1', '1', '-1', 'one'],
      ['1', '1', '-10', '1'],
    ],
  },
  'whose-part': {
    right: ['answer fourth input second weight'],
    wrong: [
      ['fourth answer input second weight', 'An answer goes into the loss of its own step'],
      ['second answer fourth input weight', 'A state is handed on'],
      ['answer fourth second input weight', 'comes before'],
      ['answer second input fourth weight', 'has more losses behind it'],
      ['answer input fourth second weight', 'Count those of'],
      ['answer fourth input weight second', 'it is used at the first step too'],
    ],
    near: ['answer fourth input weight second', 'fourth answer input second weight'],
    unreadable: ['', 'answer fourth input second'],
  },
  'three-notations': {
    right: ['loop'],
    wrong: [
      ['input', 'one multiplies the old state'],
      ['mixed', 'What is it multiplied by'],
      ['output', 'the readout is a layer of its own'],
    ],
    near: [],
    unreadable: ['', 'W'],
  },
  'masked-mean': {
    right: ['0.0304', '0,03037', '.0304', '0.243/8'],
    wrong: [
      ['0.794', 'Two of them were never written'],
      ['0.0243', 'you divided by ten'],
      ['0.0306', 'the mean of two means'],
      ['0.243', 'Divide it by the number of characters'],
    ],
    near: ['0.03', '0.0302', '0.03052'],
    unreadable: ['', 'L/8', '0.03 or 0.04'],
  },
  'line-of-the-mean': {
    right: ['6'],
    wrong: [
      ['5', 'stops at the end of each text'],
      ['4', 'goes over all texts'],
      ['7', 'Is it the right count'],
      ['3', 'may well begin at zero'],
    ],
    near: [],
    unreadable: [''],
  },
};
