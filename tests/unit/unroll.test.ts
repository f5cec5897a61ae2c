import { describe, expect, test } from 'vitest';
import { bptt, compile, neuronLamp, play, rnn } from '#engine/index.ts';
import { playUnrolled, pullbackUnrolled } from '#engine/models/unrolled.ts';
import { arrows, chain, depth, reach } from '#engine/program/graph.ts';
import { unroll } from '#engine/program/unroll.ts';
import { everyProgram } from '#tests/laws/every-program.ts';
import { compileSmall, randomSetting } from '#tests/laws/random-setting.ts';

const T = 4;
const LAMP = ['x', 'h', 'y'];

/** Every program of the book that has a loss. */
const programs = everyProgram.filter(({ quantities }) =>
  [...quantities.values()].some(({ role }) => role === 'loss'),
);

describe('unroll', () => {
  for (const program of programs) {
    const machine = compileSmall(program);
    const setting = randomSetting(machine, T, 1);
    const rolled = play(machine, setting);
    bptt(machine, rolled);

    test(`${program.name}: the written-out chain computes the loop's numbers, bit for bit`, () => {
      const long = compile(unroll(program, T), machine.layout.sizes);
      const trace = playUnrolled(long, setting);
      for (let t = 1; t <= T; t++)
        for (const { name } of program.equations)
          expect([...trace.value(`${name}_${t}`, 1)]).toEqual([...rolled.value(name, t)]);
    });

    test(`${program.name}: its gradients are those of the loop, and of untied copies they are the sum`, () => {
      const long = compile(unroll(program, T), machine.layout.sizes);
      const trace = playUnrolled(long, setting);
      pullbackUnrolled(long, trace);
      const free = compile(unroll(program, T, 'untied'), machine.layout.sizes);
      const params = Object.fromEntries(
        Object.entries(setting.params).flatMap(([name, numbers]) =>
          Array.from({ length: T }, (_, index) => [`${name}_${index + 1}`, numbers]),
        ),
      );
      const untied = playUnrolled(free, { ...setting, params });
      pullbackUnrolled(free, untied);
      for (const name of Object.keys(setting.params)) {
        rolled.grad(name).forEach((gradient, i) => {
          let sum = 0;
          for (let t = 1; t <= T; t++) sum += untied.grad(`${name}_${t}`)[i] ?? NaN;
          // the same terms, added in another order
          expect(trace.grad(name)[i]).toBeCloseTo(gradient, 12);
          expect(sum).toBeCloseTo(gradient, 12);
        });
      }
    });
  }

  test('the lamp’s gradients are those of the loop bit for bit', () => {
    const machine = compile(neuronLamp);
    const setting = randomSetting(machine, T, 2);
    const rolled = play(machine, setting);
    bptt(machine, rolled);
    const long = compile(unroll(neuronLamp, T));
    const trace = playUnrolled(long, setting);
    pullbackUnrolled(long, trace);
    for (const name of ['w', 'u', 'b', 'a', 'c'] as const)
      expect(trace.grad(name)[0]).toBe(rolled.grad(name)[0]);
  });

  test('an untied chain has T times the parameters', () => {
    const sizes = { D: 2, H: 3 };
    const one = compile(rnn, sizes).layout.thetaSize;
    expect(compile(unroll(rnn, 5), sizes).layout.thetaSize).toBe(one);
    expect(compile(unroll(rnn, 5, 'untied'), sizes).layout.thetaSize).toBe(5 * one);
  });

  test('a length that is no whole number from 1 is refused with a sentence', () => {
    expect(() => unroll(rnn, 0)).toThrow('length is 0; expected a whole number from 1');
    expect(() => unroll(rnn, 2.5)).toThrow('length is 2.5');
  });
});

describe('chain', () => {
  test('the loop of every program takes time: within a step nothing leads back to itself', () => {
    for (const program of programs) {
      const shown = program.equations.map(({ name }) => name);
      const within = arrows(program, shown).filter(({ lag }) => lag === 0);
      for (const { from, to } of within)
        expect(shown.indexOf(from), `${program.name}: ${from} → ${to}`).toBeLessThan(
          shown.indexOf(to),
        );
    }
  });

  test('every wire leads from a node to one that is computed later', () => {
    const { nodes, wires } = chain(neuronLamp, LAMP, 6);
    const place = ({ name, t }: { name: string; t: number }): number =>
      nodes.findIndex((node) => node.name === name && node.t === t);
    for (const { from, to } of wires) {
      expect(place(from)).toBeGreaterThanOrEqual(0);
      expect(place(from)).toBeLessThan(place(to));
    }
  });

  test('the lamp has three wires a step, one of them through time', () => {
    const { wires } = chain(neuronLamp, LAMP, 8);
    expect(wires).toHaveLength(24);
    expect(wires.filter(({ isThroughTime }) => isThroughTime)).toHaveLength(8);
  });

  test('what is not shown is passed through: o stands between h and y', () => {
    expect(arrows(neuronLamp, ['h', 'y'])).toContainEqual({ from: 'h', to: 'y', lag: 0 });
    expect(() => arrows(neuronLamp, ['q'])).toThrow('no quantity «q»');
  });
});

describe('reach and depth', () => {
  test('a state acts on itself never, on its own lamp and on all that is later', () => {
    const graph = chain(neuronLamp, [...LAMP, 'L'], 5);
    const losses = reach(graph, { name: 'h', t: 3 }).filter(({ name }) => name === 'L');
    expect(losses.map(({ t }) => t).sort()).toEqual([3, 4, 5]);
    expect(reach(graph, { name: 'h', t: 3 })).not.toContainEqual({ name: 'h', t: 3 });
  });

  test('the way from the first input to lamp T has T + 1 wires', () => {
    for (const length of [1, 2, 8])
      expect(depth(chain(neuronLamp, LAMP, length), { name: 'y', t: length })).toBe(length + 1);
  });
});
