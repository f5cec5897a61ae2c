import type { Network } from './grade-machine.ts';
import type { MachineName } from './machines.ts';

/** A network that passes a machine's test, and one that fails it by a little. */
export interface References {
  readonly solution: Network;
  readonly nearMiss: Network;
}

/**
 * Reference networks, wired by hand. With saturated units (h near −1 or 1) each row is a threshold:
 * the toggle's units compute OR and AND of state and mark, and their difference is the state;
 * the counter passes one lit unit round a ring.
 */
export const machineNetworks: Readonly<Record<MachineName, References>> = {
  latch: {
    solution: network([[2]], [3], [0], [4], 0, [-1]),
    // w below 1: the state fades while letters pass
    nearMiss: network([[0.8]], [3], [0], [4], 0, [-1]),
  },
  toggle: {
    solution: network(
      [
        [3, -3],
        [3, -3],
      ],
      [6, 6],
      [-3, -9],
      [4, -4],
      -4,
      [-1, -1],
    ),
    // the threshold of AND lies out of reach
    nearMiss: network(
      [
        [3, -3],
        [3, -3],
      ],
      [6, 6],
      [-3, -12],
      [4, -4],
      -4,
      [-1, -1],
    ),
  },
  delay: {
    solution: network(
      [
        [0, 0],
        [3, 0],
      ],
      [4, 0],
      [-2, 0],
      [0, 4],
      0,
      [-1, -1],
    ),
    // the second unit also holds on to itself, and lets go one character late
    nearMiss: network(
      [
        [0, 0],
        [3, 2],
      ],
      [4, 0],
      [-2, 1.2],
      [0, 4],
      0,
      [-1, -1],
    ),
  },
  counter: {
    solution: network(
      [
        [0, 0, 3],
        [3, 0, 0],
        [0, 3, 0],
      ],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 4],
      0,
      [-1, -1, 1],
    ),
    // what is passed on gets weaker from unit to unit
    nearMiss: network(
      [
        [0, 0, 1.2],
        [1.2, 0, 0],
        [0, 1.2, 0],
      ],
      [0, 0, 0],
      [-0.2, -0.2, -0.2],
      [0, 0, 4],
      0,
      [-1, -1, 1],
    ),
  },
};

/** The network with every weight and every start state at zero. */
export function zeroNetwork(units: number): Network {
  const zeros = Array.from({ length: units }, () => 0);
  return network(
    zeros.map(() => zeros),
    zeros,
    zeros,
    zeros,
    0,
    zeros,
  );
}

/** How many weights and biases are not zero; the start state is free. */
export const nonZeroWeights = ({ params }: Network): number =>
  Object.values(params)
    .flatMap((numbers) => (typeof numbers === 'number' ? [numbers] : numbers.flat()))
    .filter((weight) => weight !== 0).length;

/** One row of W_hh per unit; one number per unit of W_xh, b_h, W_hy and the start state. */
export function network(
  W_hh: readonly (readonly number[])[],
  W_xh: readonly number[],
  b_h: readonly number[],
  W_hy: readonly number[],
  b_y: number,
  start: readonly number[],
): Network {
  return { params: { W_xh, W_hh, b_h, W_hy, b_y }, start };
}
