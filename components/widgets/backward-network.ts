import { lampMachine, START } from '#components/views/lamp.ts';
import type { Values } from '#components/lib/settings.ts';
import {
  compile,
  gru,
  join,
  lstm,
  rnn,
  sigmoidHead,
  type Machine,
  type Numbers,
} from '#engine/index.ts';
import { rng } from '#engine/math/index.ts';
import type { backwardSettings } from './backward-settings.ts';

/** A network of the stepper, with its weights. */
export interface BackwardNetwork {
  readonly machine: Machine;
  readonly params: Readonly<Record<string, Numbers>>;
  readonly initial: Readonly<Record<string, Numbers>>;
}

const cells = { rnn, lstm, gru };

/** Returns the network that a reader set: the lamp by its five numbers, the others by units and seed. */
export function backwardNetwork(values: Values<typeof backwardSettings>): BackwardNetwork {
  const { network, w, u, b, a, c, units, seed } = values;
  if (network === 'lamp')
    return { machine: lampMachine, params: { w, u, b, a, c }, initial: { h: START } };
  const machine = compile(join(cells[network], sigmoidHead), { D: 2, H: units, K: 1 });
  const random = rng(seed).stream(`${network} weights`);
  const names = [...machine.program.quantities.values()].filter(({ role }) => role === 'param');
  return {
    machine,
    // wide enough that something can be seen, narrow enough that nothing saturates
    params: Object.fromEntries(
      names.map(({ name }) => [
        name,
        Array.from({ length: machine.layout.length(name) }, () => 3 * random.uniform() - 1.5),
      ]),
    ),
    initial: {},
  };
}
