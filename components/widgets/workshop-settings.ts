import {
  choice,
  decimal,
  integer,
  text,
  type NumberSetting,
  type Values,
} from '#components/lib/settings.ts';
import { LONG, type Network } from '#engine/tasks/grade-machine.ts';
import { machineNetworks, network } from '#engine/tasks/machine-networks.ts';
import type { MachineName } from '#engine/tasks/machines.ts';

/** Most units that a network of the workshop has. */
export const MOST_UNITS = 3;

type Unit = 1 | 2 | 3;
export type FieldKey = `${'h' | 'W_xh' | 'b_h' | 'W_hy'}.${Unit}` | `W_hh.${Unit}${Unit}` | 'b_y';

const ALL: readonly Unit[] = [1, 2, 3];
const unitsUpTo = (units: number): Unit[] => ALL.filter((unit) => unit <= units);

/** The network that the figure opens with: one that forgets. */
const FIRST = machineNetworks.latch.nearMiss;
const first = fieldsOf(FIRST);

/** Every number of a network as a field: start state, weights, biases. */
export const fieldKeys: readonly FieldKey[] = [
  ...ALL.map((unit) => `h.${unit}` as const),
  ...ALL.map((unit) => `W_xh.${unit}` as const),
  ...ALL.flatMap((row) => ALL.map((column) => `W_hh.${row}${column}` as const)),
  ...ALL.map((unit) => `b_h.${unit}` as const),
  ...ALL.map((unit) => `W_hy.${unit}` as const),
  'b_y',
];

const fields = Object.fromEntries(
  fieldKeys.map((key) => [key, decimal(-20, 20, first[key] ?? 0, { step: 0.1 })]),
) as Record<FieldKey, NumberSetting>;

/** Everything a reader can set in the workshop. */
export const workshopSettings = {
  task: choice(['latch', 'toggle', 'delay', 'counter'] satisfies MachineName[], 'latch', 'Task'),
  units: integer(1, MOST_UNITS, FIRST.start.length, 'Units'),
  ...fields,
  text: text('“aaaaaaaaaaa', { label: 'String', maxLength: LONG }),
  step: integer(1, LONG, 10, 'Step'),
};

export type WorkshopValues = Values<typeof workshopSettings>;

/** The network that the fields describe; those of units that are not used do not count. */
export function networkOf(values: WorkshopValues): Network {
  const units = unitsUpTo(values.units);
  return network(
    units.map((row) => units.map((column) => values[`W_hh.${row}${column}`])),
    units.map((unit) => values[`W_xh.${unit}`]),
    units.map((unit) => values[`b_h.${unit}`]),
    units.map((unit) => values[`W_hy.${unit}`]),
    values.b_y,
    units.map((unit) => values[`h.${unit}`]),
  );
}

/** Writes a network into the fields; the rest becomes 0. */
export function writeNetwork(values: WorkshopValues, wiring: Network): void {
  const written = fieldsOf(wiring);
  values.units = wiring.start.length;
  for (const key of fieldKeys) values[key] = written[key] ?? 0;
}

function fieldsOf({ params, start }: Network): Partial<Record<FieldKey, number>> {
  const flat = (name: string): readonly number[] => {
    const numbers = params[name] ?? [];
    return typeof numbers === 'number' ? [numbers] : numbers.flat();
  };
  const units = unitsUpTo(start.length);
  const columns = (['W_xh', 'b_h', 'W_hy'] as const).flatMap((name) =>
    units.map((unit) => [`${name}.${unit}`, flat(name)[unit - 1]]),
  );
  const square = units.flatMap((row) =>
    units.map((column) => [
      `W_hh.${row}${column}`,
      flat('W_hh')[(row - 1) * start.length + column - 1],
    ]),
  );
  const starts = units.map((unit) => [`h.${unit}`, start[unit - 1]]);
  return Object.fromEntries([...columns, ...square, ...starts, ['b_y', flat('b_y')[0]]]);
}
