import { decodeSettings } from '#components/lib/settings.ts';
import { costSettings } from '#components/widgets/cost-settings.ts';
import { fourRoadsSettings } from '#components/widgets/four-roads-settings.ts';
import { bpttCost, rtrlCost } from '#engine/analysis/cost.ts';
import { bptt, compile, encodeQuotes, join, rnn, sigmoidHead } from '#engine/index.ts';
import { Influence, rtrl } from '#engine/learn/rtrl.ts';
import { bigNumbers } from '#engine/symbolic/arithmetic.ts';
import { playExact } from '#engine/symbolic/exact.ts';
import { expect, test } from './fixtures.ts';
import { lampOver, type FiveNumbers } from './lamp-over.ts';
import { openFigure } from './pages.ts';
import { misprints, shownIn, valuesIn } from './shown-numbers.ts';

const CHAPTER = '/bptt/';

for (const [name, epsilons] of [
  ['w', [1, 2, 3, 4, 5, 6, 8, 10, 12, 13]],
  ['u', [2, 5, 9]],
  ['b', [3, 6, 11]],
  ['a', [1, 4, 7]],
  ['c', [4, 6, 13]],
] as const)
  for (const epsilon of epsilons)
    test(`figure four-roads finds the gradient of ${name} by every road, ε = 10^−${epsilon}`, async ({
      page,
    }) => {
      const edited =
        epsilon === 4 ? '' : '&text=%E2%80%9Ca%E2%80%9Db&w=1.5&u=2.25&b=-0.1&a=3&c=0.5';
      const query = `v=1&of=${name}&epsilon=${epsilon}&formula=${1 + (epsilon % 3)}${edited}`;
      const figure = await openFigure(page, CHAPTER, 'four-roads', query);
      const { values } = decodeSettings(fourRoadsSettings, query);
      const back = lampOver(values, values.text);
      bptt(back.machine, back.trace);
      const forth = lampOver(values, values.text);
      rtrl(forth.machine, forth.trace);
      const step = Number(`1e-${epsilon}`);
      const lossAt = (shift: number): number =>
        lampOver({ ...values, [name]: values[name] + shift }, values.text).trace.loss();
      const roads = [
        back.trace.grad(name)[0] ?? NaN,
        forth.trace.grad(name)[0] ?? NaN,
        (lossAt(step) - lossAt(-step)) / (2 * step),
      ];
      await expect.poll(() => valuesIn(page, '#four-roads .roads')).toEqual(roads);
      expect(await valuesIn(page, '#four-roads .form')).toEqual([
        carriedAfter(values, values.text, name, values.formula),
      ]);
      expect(misprints(await shownIn(page, '#four-roads'))).toEqual([]);
      if (edited !== '') return;
      const long = await figure.locator('.road').last().locator('.digits').innerText();
      expect(long.replaceAll(/\s/g, '').replace('−', '-')).toBe(
        await longGradient(values, values.text, name),
      );
    });

for (const query of ['', 'v=1&steps=1&units=1', 'v=1&steps=1000&units=4', 'v=1&steps=20&units=256'])
  test(`figure cost-meters shows what the engine counts at «${query}»`, async ({ page }) => {
    await openFigure(page, CHAPTER, 'cost-meters', query);
    const { units, steps } = decodeSettings(costSettings, query).values;
    const layer = (size: number) => compile(join(rnn, sigmoidHead), { D: 2, H: size, K: 1 });
    const machine = layer(units);
    const [back, forth] = [bpttCost(machine, steps), rtrlCost(machine, steps)];
    let fewerFrom = 1;
    while (bpttCost(machine, fewerFrom).kept <= forth.kept) fewerFrom++;
    const kept = forth.kept / back.kept;
    await expect
      .poll(() => valuesIn(page, '#cost-meters .meters'))
      .toEqual([back.work, forth.work, back.kept, forth.kept]);
    expect(await valuesIn(page, '#cost-meters .say')).toEqual([
      forth.work / back.work,
      kept >= 1 ? kept : 1 / kept,
      fewerFrom,
    ]);
    expect(await valuesIn(page, '#cost-meters .measured')).toEqual(
      [1, 2, 4, 8, 16].map((size) => rtrlCost(layer(size), 1).work / bpttCost(layer(size), 1).work),
    );
    expect(misprints(await shownIn(page, '#cost-meters'))).toEqual([]);
  });

/** ∂h_t/∂weight after so many steps, no more than the text has, as RTRL carries it. */
function carriedAfter(
  weights: FiveNumbers,
  text: string,
  name: keyof FiveNumbers,
  steps: number,
): number {
  const { machine, trace } = lampOver(weights, text);
  const influence = new Influence(machine, trace);
  for (let t = 1; t <= Math.min(steps, trace.length); t++) influence.advance(t);
  return influence.rows[0]?.[machine.layout.offset(name)] ?? NaN;
}

/** The gradient with 64 digits. */
async function longGradient(
  { w, u, b, a, c }: FiveNumbers,
  text: string,
  name: keyof FiveNumbers,
): Promise<string> {
  const arithmetic = await bigNumbers(64);
  const items = encodeQuotes(text);
  const exact = playExact(
    lampOver({ w, u, b, a, c }, text).machine,
    {
      params: { w, u, b, a, c },
      initial: { h: -1 },
      inputs: items.map(({ x }) => x),
      targets: items.map(({ inside }) => inside),
    },
    arithmetic,
  );
  const [value] = exact.grad(name);
  return value === undefined ? '' : arithmetic.show(value);
}
