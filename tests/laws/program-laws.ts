import { expect, test } from 'vitest';
import {
  adjointTex,
  bptt,
  gradcheck,
  parse,
  play,
  record,
  recordPullback,
  sgd,
  show,
  tex,
  type Machine,
  type Program,
  type Setting,
  type Trace,
} from '#engine/index.ts';
import { seedLoss } from '#engine/learn/bptt.ts';
import { extrapolated } from '#engine/learn/gradcheck.ts';
import { rng } from '#engine/math/index.ts';
import type { Rows } from '#engine/machine/play.ts';
import { compileSmall, randomSetting } from './random-setting.ts';

const T = 4;
const SEEDS = [1, 2, 3];

/** Registers, for one program of cell and head, every law that all programs obey. */
export function testLaws(program: Program): void {
  const machine = compileSmall(program);
  const played = (seed: number): Trace => {
    const trace = play(machine, randomSetting(machine, T, seed));
    // at the corner of a rectifier two slopes are right, and differences find their mean
    return isNearCorner(trace) ? played(seed + 100) : trace;
  };

  test(`${program.name}: bptt equals extrapolated differences`, () => {
    for (const seed of SEEDS)
      for (const { name, index, analytic, numeric } of gradcheck(machine, played(seed)))
        // extrapolation leaves an error of order step⁴ plus rounding of about 1e-16 / step
        expect(Math.abs(analytic - numeric), `${name}[${index}], seed ${seed}`).toBeLessThan(
          1e-9 * (1 + Math.abs(numeric)),
        );
  });

  test(`${program.name}: ⟨u, J v⟩ equals ⟨Jᵀ u, v⟩ for the states of all steps`, () => {
    for (const seed of SEEDS) {
      const trace = played(seed);
      const random = rng(seed).stream('directions');
      const along = trace.theta.map(() => random.normal());
      const across = Array.from({ length: T }, () =>
        trace.value('h', 1).map(() => random.normal()),
      );
      const start = [...trace.theta];
      const projected = (shift: number): number => {
        trace.theta.set(start.map((value, i) => value + shift * (along[i] ?? 0)));
        for (let t = 1; t <= T; t++) machine.step(trace, t);
        return across.reduce((sum, u, t) => sum + dot(u, trace.value('h', t + 1)), 0);
      };
      const forward = extrapolated(projected, 2e-4);
      projected(0);
      trace.grads.fill(0);
      across.forEach((u, t) => trace.grad('h', t + 1).set(u));
      for (let t = T; t >= 1; t--) machine.pullback(trace, t);
      // both sides are sums of some 30 terms of size 1; the numeric side carries the step's error
      expect(dot(trace.thetaGrad, along)).toBeCloseTo(forward, 8);
    }
  });

  test(`${program.name}: parse(show(equations)) gives the same equations`, () => {
    const once = parse(program.name, show(program.equations));
    expect(show(once)).toBe(show(program.equations));
    expect(withoutPlaces(once)).toEqual(withoutPlaces(program.equations));
  });

  test(`${program.name}: record(machine, trace, t) leaves the bits that step leaves`, () => {
    const trace = played(1);
    const before = [...trace.values];
    for (let t = 1; t <= T; t++) record(machine, trace, t);
    expect([...trace.values]).toEqual(before);
  });

  test(`${program.name}: recordPullback adds up to the bits that bptt leaves`, () => {
    const trace = played(1);
    bptt(machine, trace);
    const whole = [...trace.grads];
    trace.grads.fill(0);
    seedLoss(trace);
    for (let t = T; t >= 1; t--) recordPullback(machine, trace, t);
    expect([...trace.grads]).toEqual(whole);
  });

  test(`${program.name}: a change of x at t = 3 changes no earlier state and some later number`, () => {
    const setting = randomSetting(machine, T, 1);
    const inputs = setting.inputs as Readonly<Record<string, readonly number[][]>>;
    const changed = inputs['x']?.map((row, t) => (t === 2 ? row.map((x) => x + 1) : row)) ?? [];
    const [before, after] = [
      play(machine, setting),
      play(machine, { ...setting, inputs: { ...inputs, x: changed } }),
    ];
    for (let t = 0; t < 3; t++) expect([...after.value('h', t)]).toEqual([...before.value('h', t)]);
    const pre = (trace: typeof before): number[] => [...trace.values].slice(trace.start('x', 3));
    expect(pre(after)).not.toEqual(pre(before));
  });

  test(`${program.name}: permuting hidden units permutes the trace and changes no output`, () => {
    const setting = randomSetting(machine, T, 2);
    const permuted = play(machine, permuteHidden(machine, setting));
    const original = play(machine, setting);
    for (let t = 1; t <= T; t++) {
      const rotated = rotate([...original.value('h', t)]);
      // sums run over the units in another order, so the last bits may differ
      rotated.forEach((h, i) => expect(permuted.value('h', t)[i]).toBeCloseTo(h, 13));
    }
    expect(permuted.loss()).toBeCloseTo(original.loss(), 12);
  });

  test(`${program.name}: a short step against the gradient lowers the loss`, () => {
    for (const seed of SEEDS) {
      const trace = played(seed);
      bptt(machine, trace);
      const before = trace.loss();
      sgd(1e-4).update(trace.theta, trace.thetaGrad);
      for (let t = 1; t <= T; t++) machine.step(trace, t);
      expect(trace.loss()).toBeLessThan(before);
    }
  });

  test(`${program.name}: its formulas and its backward pass are written, one line for each`, () => {
    expect(tex(program)).toHaveLength(program.equations.length);
    expect(adjointTex(program).length).toBeGreaterThanOrEqual(program.steps.length);
    for (const line of [...tex(program), ...adjointTex(program)])
      expect(line).toMatch(/^.*\\htmlData.*=/);
  });
}

/** True where the argument of a rectifier is within reach of the differences' steps. */
const isNearCorner = (trace: Trace): boolean =>
  trace.program.steps
    .filter(({ op }) => op === 'relu')
    .some(({ inputs: [argument] }) =>
      Array.from({ length: trace.length }, (_, t) => trace.value(argument?.name ?? '', t + 1)).some(
        (row) => row.some((value) => Math.abs(value) < 0.01),
      ),
    );

const rotate = <Part>(parts: readonly Part[]): Part[] => [...parts.slice(1), ...parts.slice(0, 1)];

/** Moves every hidden unit one place up, in states, in rows and in columns of length H. */
function permuteHidden({ program, layout }: Machine, setting: Setting): Setting {
  const moved = (name: string, numbers: readonly number[]): number[] => {
    const shape = program.quantities.get(name)?.shape ?? [];
    const columns = layout.columns(name);
    const rows = Array.from({ length: layout.rows(name) }, (_, i) =>
      numbers.slice(i * columns, (i + 1) * columns),
    ).map((row) => (shape[1] === 'H' ? rotate(row) : row));
    return (shape[0] === 'H' ? rotate(rows) : rows).flat();
  };
  const all = (values: Setting['params'] = {}): Setting['params'] =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, moved(name, [value].flat(2))]),
    );
  const inTime = (name: string, rows: Rows): Rows =>
    rows.map((row) => moved(name, typeof row === 'number' ? [row] : [...row]));
  const inputs = Object.entries(setting.inputs as Readonly<Record<string, Rows>>);
  return {
    ...setting,
    params: all(setting.params),
    initial: all(setting.initial),
    inputs: Object.fromEntries(inputs.map(([name, rows]) => [name, inTime(name, rows)])),
    ...(setting.targets === undefined ? {} : { targets: inTime('d', setting.targets) }),
  };
}

const dot = (first: ArrayLike<number>, second: ArrayLike<number>): number =>
  Array.from(first).reduce((sum, value, i) => sum + value * (second[i] ?? NaN), 0);

/** Places in the text differ between two spellings of the same equations. */
const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'at' ? undefined : part)));
