import { describe, expect, test } from 'vitest';
import {
  gradeMachine,
  isRight,
  LONG,
  runNetwork,
  type Network,
} from '#engine/tasks/grade-machine.ts';
import {
  machineNetworks,
  network,
  nonZeroWeights,
  zeroNetwork,
} from '#engine/tasks/machine-networks.ts';
import {
  finiteMachines,
  readMarks,
  truth,
  type FiniteMachine,
  type MachineName,
} from '#engine/tasks/machines.ts';

const { latch, toggle, delay, counter } = finiteMachines;
const names = Object.keys(finiteMachines) as MachineName[];
const lamps = (machine: FiniteMachine, text: string): string =>
  truth(machine, readMarks(machine, text))
    .map((isOn) => (isOn ? '1' : '0'))
    .join('');
const counterExample = (machine: FiniteMachine, wiring: Network): string | undefined =>
  gradeMachine(machine, wiring)
    .counterExample?.map(({ character }) => character)
    .join('');

describe('truth', () => {
  test('the latch is on from an opening mark to the closing one', () => {
    expect(lamps(latch, 'a“aa“a”a”')).toBe('011111000');
  });

  test('the toggle flips at every mark', () => {
    expect(lamps(toggle, 'a"aa"""a')).toBe('01110100');
  });

  test('the delay is on one character after each mark', () => {
    expect(lamps(delay, '"a""aa')).toBe('010110');
  });

  test('the counter is on at every third character', () => {
    expect(lamps(counter, 'a"aa"aaa')).toBe('00100100');
  });
});

describe('readMarks', () => {
  test('curly marks count as the one mark of a machine that has straight ones', () => {
    expect(readMarks(toggle, '“x”').map(({ x }) => x)).toEqual([1, 0, 1]);
  });

  test('a straight mark is a letter to the latch, which knows two kinds', () => {
    expect(readMarks(latch, '"“”').map(({ x }) => x)).toEqual([0, 1, -1]);
  });
});

describe('gradeMachine', () => {
  test.each(names)('%s: the reference network is right on every string', (name) => {
    const verdict = gradeMachine(finiteMachines[name], machineNetworks[name].solution);
    expect(verdict.counterExample).toBeUndefined();
    expect(verdict.right).toBe(verdict.tested);
  });

  test.each(names)('%s: the near miss fails, first at the end of its counter-example', (name) => {
    const machine = finiteMachines[name];
    const { nearMiss } = machineNetworks[name];
    const found = gradeMachine(machine, nearMiss).counterExample ?? [];
    const trace = runNetwork(nearMiss, found);
    const right = truth(machine, found).map((isOn, i) => isRight(trace, i + 1, isOn));
    expect(right.indexOf(false)).toBe(found.length - 1);
  });

  test('it tests every string up to the exhaustive length: 2 + 4 + … + 2^12', () => {
    expect(gradeMachine(toggle, zeroNetwork(2)).tested).toBe(2 ** 13 - 2);
  });

  test('a counter-example is the shortest: no string of three letters fails a delay that sticks', () => {
    // the mark is let go one character late: wrong at the third character, right before
    expect(counterExample(delay, machineNetworks.delay.nearMiss)).toBe('"aa');
  });

  test('a network of zeros says nothing, which is wrong at the first character', () => {
    for (const name of names)
      expect(counterExample(finiteMachines[name], zeroNetwork(1))).toBe('a');
  });

  test('a latch with w = 1 is caught though it fades only slowly', () => {
    const creeping = network([[1]], [3], [0], [4], 0, [-1]);
    const length = counterExample(latch, creeping)?.length ?? 0;
    expect(length).toBeGreaterThan(latch.exhaustive);
    expect(length).toBeLessThan(LONG);
  });

  test('a latch whose marks are too weak is not set by the first one', () => {
    // 2 · (−1) + 1.5 · 1 = −0.5, still negative
    expect(counterExample(latch, network([[2]], [1.5], [0], [4], 0, [-1]))).toBe('“');
  });

  test('one unit with a negative loop flips at letters, too', () => {
    expect(counterExample(toggle, network([[-2]], [3], [0], [4], 0, [-1]))).toBe('a');
  });

  test('a counter with two units instead of three passes as well', () => {
    // (1, −1) → (−1, 1) → (−1, −1) → (1, −1): the first is NOR, the second copies the first
    const two = network(
      [
        [-3, -3],
        [3, 0],
      ],
      [0, 0],
      [-3, 0],
      [4, 0],
      0,
      [1, -1],
    );
    expect(counterExample(counter, two)).toBeUndefined();
  });

  test('a counter that starts one step off fails where its lamp lights too early', () => {
    const early = { ...machineNetworks.counter.solution, start: [-1, 1, -1] };
    expect(counterExample(counter, early)).toBe('a');
  });

  test('permuting the units of a network changes no verdict', () => {
    const permuted = network(
      [
        [-3, 3],
        [-3, 3],
      ],
      [6, 6],
      [-9, -3],
      [-4, 4],
      -4,
      [-1, -1],
    );
    expect(gradeMachine(toggle, permuted)).toEqual(
      gradeMachine(toggle, machineNetworks.toggle.solution),
    );
  });
});

describe('nonZeroWeights', () => {
  test('the latch of the book has three: w, u and the readout', () => {
    expect(nonZeroWeights(machineNetworks.latch.solution)).toBe(3);
  });
});
