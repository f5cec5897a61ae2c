import { describe, expect, test } from 'vitest';
import { bptt, cells, join, play, softmaxHead } from '#engine/index.ts';
import { fill } from '#engine/machine/play.ts';
import { learner } from '#engine/machine/machine.ts';
import { compileSmall, randomSetting } from './random-setting.ts';

const T = 4;
const SEEDS = [1, 2, 3];

describe('machine.trace(T, lanes)', () => {
  for (const cell of cells.filter(({ quantities }) => !quantities.has('o'))) {
    const machine = compileSmall(join(cell, softmaxHead));
    const { params } = randomSetting(machine, T, 1);
    const settings = SEEDS.map((seed) => ({ ...randomSetting(machine, T, seed), params }));

    test(`${cell.name}: every lane of a batch has the bits of its own run`, () => {
      const batch = machine.trace(T, SEEDS.length);
      settings.forEach((setting, index) => fill(machine, batch.lane(index), setting));
      for (let t = 1; t <= T; t++) machine.step(batch, t);
      bptt(machine, batch);
      settings.forEach((setting, index) => {
        const alone = play(machine, setting);
        bptt(machine, alone);
        for (const name of ['x', 'h', 'o', 'L'])
          for (let t = 1; t <= T; t++) {
            expect([...batch.lane(index).value(name, t)]).toEqual([...alone.value(name, t)]);
            expect([...batch.lane(index).grad(name, t)]).toEqual([...alone.grad(name, t)]);
          }
      });
    });

    test(`${cell.name}: a batch's gradient and loss are the sums over its lanes`, () => {
      const batch = machine.trace(T, SEEDS.length);
      settings.forEach((setting, index) => fill(machine, batch.lane(index), setting));
      for (let t = 1; t <= T; t++) machine.step(batch, t);
      bptt(machine, batch);
      const runs = settings.map((setting) => play(machine, setting));
      for (const run of runs) bptt(machine, run);
      // the same terms in another order: a few of size 1, so a few of the last bits
      const sum = (of: (run: (typeof runs)[0]) => number): number =>
        runs.reduce((total, run) => total + of(run), 0);
      expect(batch.loss()).toBeCloseTo(
        sum((run) => run.loss()),
        12,
      );
      batch.thetaGrad.forEach((gradient, p) =>
        expect(gradient).toBeCloseTo(
          sum((run) => run.thetaGrad[p]!),
          11,
        ),
      );
    });
  }
});

describe('learner', () => {
  for (const cell of cells.filter(({ quantities }) => !quantities.has('o')))
    test(`${cell.name}: gradients of parameters keep their bits, inputs get none`, () => {
      const machine = compileSmall(join(cell, softmaxHead));
      const setting = randomSetting(machine, T, 2);
      const [whole, short] = [play(machine, setting), play(machine, setting)];
      bptt(machine, whole);
      bptt(learner(machine), short);
      expect([...short.thetaGrad]).toEqual([...whole.thetaGrad]);
      for (let t = 1; t <= T; t++) expect(short.grad('x', t).every((g) => g === 0)).toBe(true);
    });
});

describe('machine.pullbacks', () => {
  for (const cell of cells.filter(({ quantities }) => !quantities.has('o')))
    test(`${cell.name}: leaves the bits of one pullback after the other`, () => {
      const machine = compileSmall(join(cell, softmaxHead));
      const [whole, stepped] = [1, 1].map((seed) => play(machine, randomSetting(machine, 7, seed)));
      for (const trace of [whole!, stepped!])
        for (let t = 1; t <= 7; t++) trace.grad('L', t)[0] = 1;
      machine.pullbacks(whole!, 7, 1);
      for (let t = 7; t >= 1; t--) machine.pullback(stepped!, t);
      expect([...whole!.grads]).toEqual([...stepped!.grads]);
    });
});
