import { describe, expect, test } from 'vitest';
import { bptt, play, type Machine, type Trace } from '#engine/index.ts';
import type { GradientRule } from '#engine/learn/bptt.ts';
import { contributions } from '#engine/learn/contributions.ts';
import { rtrl } from '#engine/learn/rtrl.ts';
import { tbptt } from '#engine/learn/tbptt.ts';
import { everyProgram } from './every-program.ts';
import { compileSmall, randomSetting } from './random-setting.ts';

const T = 5;
const SEEDS = [1, 2];

/** A run of a random setting, whose losses do not weigh the same. */
function played(machine: Machine, seed: number): Trace {
  const lossWeights = Array.from({ length: T }, (_, t) => [1, 0.5, 0, 2][(t + seed) % 4] ?? 1);
  return play(machine, { ...randomSetting(machine, T, seed), lossWeights });
}

/** The gradient of all parameters that a rule leaves. */
function gradientBy(rule: GradientRule, machine: Machine, trace: Trace): number[] {
  rule(machine, trace);
  return [...trace.thetaGrad];
}

/** The same sums in another order: off by a few units of the last place of the largest term. */
function expectSame(found: readonly number[], wanted: readonly number[]): void {
  const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, i) =>
    expect(Math.abs(value - (wanted[i] ?? NaN)), `θ[${i}]`).toBeLessThan(1e-12 * largest),
  );
}

describe.each(everyProgram)('learning rules on $name', (program) => {
  const machine = compileSmall(program);

  test('rtrl(trace) equals bptt(trace) while theta is fixed', () => {
    for (const seed of SEEDS) {
      const trace = played(machine, seed);
      expectSame(gradientBy(rtrl, machine, trace), gradientBy(bptt, machine, trace));
    }
  });

  test('contributions of all uses to all losses add up to bptt', () => {
    const trace = played(machine, 3);
    const wanted = gradientBy(bptt, machine, trace);
    const total = wanted.map(() => 0);
    for (const uses of contributions(machine, trace))
      for (const use of uses) use.forEach((value, i) => (total[i] = (total[i] ?? NaN) + value));
    expectSame(total, wanted);
  });

  test('tbptt(T) leaves the bits of bptt, and so does any longer window', () => {
    const trace = played(machine, 4);
    const wanted = gradientBy(bptt, machine, trace);
    for (const window of [T, T + 1, 10 * T])
      expect(gradientBy(tbptt(window), machine, trace)).toEqual(wanted);
  });

  test('tbptt(k) equals bptt on chunks of k that start from the carried state', () => {
    const k = 2;
    const setting = randomSetting(machine, T, 5);
    const whole = play(machine, setting);
    const total = gradientBy(tbptt(k), machine, whole).map(() => 0);
    for (let from = 0; from < T; from += k) {
      const chunk = play(machine, {
        ...setting,
        initial: Object.fromEntries(
          program.state.map((name) => [name, [...whole.value(name, from)]]),
        ),
        inputs: Object.fromEntries(
          Object.entries(setting.inputs).map(([name, rows]) => [
            name,
            (rows as readonly number[][]).slice(from, from + k),
          ]),
        ),
        ...(setting.targets === undefined
          ? {}
          : { targets: setting.targets.slice(from, from + k) }),
      });
      gradientBy(bptt, machine, chunk).forEach((value, i) => (total[i] = (total[i] ?? 0) + value));
    }
    expectSame(total, gradientBy(tbptt(k), machine, whole));
  });
});
