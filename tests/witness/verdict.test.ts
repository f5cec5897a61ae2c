import { describe, expect, test } from 'vitest';
import {
  gradeMachine,
  LISTED,
  LONG,
  runNetwork,
  type Network,
} from '#engine/tasks/grade-machine.ts';
import { machineNetworks } from '#engine/tasks/machine-networks.ts';
import { finiteMachines, truth, type FiniteMachine, type Mark } from '#engine/tasks/machines.ts';

/** Every string of that length, in the order of the alphabet. */
function strings(machine: FiniteMachine, length: number): Mark[][] {
  if (length === 0) return [[]];
  return strings(machine, length - 1).flatMap((start) =>
    machine.alphabet.map((mark) => [...start, mark]),
  );
}

/** The first step with a wrong lamp, 0 if none: each string is run from its beginning. */
function wrongAt(machine: FiniteMachine, network: Network, marks: readonly Mark[]): number {
  const trace = runNetwork(network, marks);
  const lamps = truth(machine, marks);
  const isRight = (isOn: boolean, index: number): boolean => {
    const [y = NaN] = trace.value('y', index + 1);
    return isOn ? y >= 0.6 : y <= 0.4;
  };
  return 1 + lamps.findIndex((isOn, index) => !isRight(isOn, index));
}

/** The verdict, string by string. */
function verdict(machine: FiniteMachine, network: Network): ReturnType<typeof gradeMachine> {
  const lengths = Array.from({ length: machine.exhaustive }, (_, index) => index + 1);
  const short = lengths.flatMap((length) => strings(machine, length));
  const tried = short.map((marks) => ({ marks, wrongAt: wrongAt(machine, network, marks) }));
  const listed = tried.filter(({ marks }) => marks.length <= LISTED);
  let failed = tried.find(({ marks, wrongAt: at }) => at === marks.length)?.marks;
  if (failed === undefined) {
    const letters = machine.alphabet.filter(({ x }) => x === 0);
    const known = new Set<string>();
    for (const isRepeated of [true, false])
      for (const { marks } of listed) {
        const padding = Array<readonly Mark[]>(LONG).fill(isRepeated ? marks : letters);
        const long = [...marks, ...padding.flat()].slice(0, LONG);
        const text = long.map(({ character }) => character).join('');
        if (known.has(text)) continue;
        known.add(text);
        tried.push({ marks: long, wrongAt: wrongAt(machine, network, long) });
      }
    const [worst] = tried
      .filter(({ wrongAt: at }) => at > 0)
      .toSorted((one, other) => one.wrongAt - other.wrongAt);
    failed = worst?.marks.slice(0, worst.wrongAt);
  }
  const right = tried.filter(({ wrongAt: at }) => at === 0).length;
  return { tested: tried.length, right, listed, counterExample: failed };
}

describe('gradeMachine', () => {
  for (const [name, whole] of Object.entries(finiteMachines))
    for (const [kind, network] of Object.entries(machineNetworks[whole.name]))
      test(`${name}, ${kind}: judges as if every string were run by itself`, () => {
        const machine = { ...whole, exhaustive: 4 };
        expect(gradeMachine(machine, network as Network)).toEqual(
          verdict(machine, network as Network),
        );
      });

  test('a lamp that fades is caught by long strings alone', () => {
    const machine = { ...finiteMachines.latch, exhaustive: 3 };
    const network = { ...machineNetworks.latch.nearMiss, start: [-1] };
    const found = gradeMachine(machine, network);
    expect(found).toEqual(verdict(machine, network));
    expect(found.tested).toBeGreaterThan(3 + 9 + 27);
    expect(found.counterExample!.length).toBeGreaterThan(3);
  });
});
