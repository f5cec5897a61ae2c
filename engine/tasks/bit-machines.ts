import type { RandomStream } from '../math/rng.ts';
import { oneHot } from '../math/one-hot.ts';
import { checkSize, type TaskSequence } from './sequence.ts';

/** Returns random bits and after each of them the parity of all so far: 1 where the ones are odd. */
export function parity(length: number, random: RandomStream): TaskSequence {
  let odd = 0;
  return fromBits('parity', length, random, 0.5, (bit) => [(odd ^= bit)]);
}

/** The same with rare pulses, each of which flips a lamp. Errors: `rate` outside 0 … 1. */
export function toggle(length: number, random: RandomStream, rate = 0.2): TaskSequence {
  if (!(rate >= 0 && rate <= 1))
    throw new Error(`toggle: rate is ${rate}; expected a number from 0 to 1`);
  let isOn = 0;
  return fromBits('toggle', length, random, rate, (bit) => [(isOn ^= bit)]);
}

/** Returns random bits and after each of them the number of ones so far, modulo 3, as one of three classes. */
export function moduloThree(length: number, random: RandomStream): TaskSequence {
  let count = 0;
  return fromBits('modulo three', length, random, 0.5, (bit) => {
    count = (count + bit) % 3;
    return oneHot(count, 3);
  });
}

function fromBits(
  task: string,
  length: number,
  random: RandomStream,
  rate: number,
  answer: (bit: 0 | 1) => number[],
): TaskSequence {
  checkSize(task, 'length', length, 1);
  const bits = Array.from({ length }, () => (random.uniform() < rate ? 1 : 0));
  return {
    inputs: bits.map((bit) => [bit]),
    targets: bits.map(answer),
    lossWeights: bits.map(() => 1),
    symbols: bits.map(String),
  };
}
