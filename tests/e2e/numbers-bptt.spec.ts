import { decodeSettings } from '#components/lib/settings.ts';
import { placeOf, type Place } from '#components/views/backward.ts';
import { backwardNetwork } from '#components/widgets/backward-network.ts';
import { backwardSettings } from '#components/widgets/backward-settings.ts';
import { ledgerSettings } from '#components/widgets/ledger-settings.ts';
import {
  bptt,
  encodeQuotes,
  play,
  recordPullback,
  type Contribution,
  type Machine,
  type Numbers,
  type Trace,
} from '#engine/index.ts';
import { seedLoss } from '#engine/learn/bptt.ts';
import { contributions } from '#engine/learn/contributions.ts';
import { expect, test } from './fixtures.ts';
import { lampOver } from './lamp-over.ts';
import { openFigure } from './pages.ts';
import { mismatches, misprints, shownIn, valuesIn } from './shown-numbers.ts';

const CHAPTER = '/bptt/';

for (const query of [
  '',
  'v=1&moves=4',
  'v=1&moves=105',
  'v=1&text=%E2%80%9Cab%E2%80%9D&w=1.5&u=-2.25&b=-0.1&a=3&c=0.5&moves=57',
  'v=1&network=rnn&moves=9',
  'v=1&network=rnn&units=1&seed=4&moves=52',
  'v=1&network=rnn&units=3&seed=12&moves=88',
  'v=1&network=lstm&moves=31',
  'v=1&network=lstm&units=1&moves=230',
  'v=1&network=lstm&seed=7&moves=300',
  'v=1&network=gru&units=4&moves=22',
  'v=1&network=gru&seed=3&text=a%E2%80%9Cb&moves=120',
])
  test(`figure backward-stepper shows the engine's numbers at «${query}»`, async ({ page }) => {
    await openFigure(page, CHAPTER, 'backward-stepper', query);
    const { values } = decodeSettings(backwardSettings, query);
    const { machine, params, initial } = backwardNetwork(values);
    const trace = readQuotes(machine, params, initial, values.text);
    const place = placeOf(machine, trace.length, values.moves);
    const { made, grads } = wentBack(machine, trace, place);
    const parts = made.flatMap(({ before, term, after, fromGrad }) => [
      ...[before, term, after, fromGrad].flat(),
    ]);
    const blames = blamesOf(made, trace.length);
    const others = [
      ...trace.values,
      ...parts,
      ...grads,
      ...blames.flatMap((blame) => blame.flat()),
    ];
    await expect
      .poll(async () => mismatches(await shownIn(page, '#backward-stepper'), trace, others))
      .toEqual([]);
    expect((await shownIn(page, '#backward-stepper')).length).toBeGreaterThanOrEqual(12);

    const last = place.phase === 'backward' ? made.at(-1) : undefined;
    const sums = last?.after
      .slice(0, 4)
      .flatMap((after, i) => [last.before[i], last.term[i], after]);
    expect(await valuesIn(page, '#backward-stepper .additions')).toEqual(sums ?? []);
    for (const [row, n] of [
      ['own', 0],
      ['later', 1],
      ['sum', 2],
    ] as const)
      expect(await valuesIn(page, `#backward-stepper tr.${row}`)).toEqual(
        blames.flatMap((blame) => blame[n] ?? []),
      );
  });

for (const name of ['w', 'u', 'b', 'a', 'c'] as const)
  for (const by of ['use', 'loss', 'lag'] as const)
    test(`figure contribution-ledger shows the debts of ${name}, added by ${by}`, async ({
      page,
    }) => {
      const text = by === 'lag' ? '&text=a%E2%80%9Cbc%E2%80%9Dd&w=1.25&c=-0.5&use=1&loss=5' : '';
      const query = `v=1&of=${name}&by=${by}${text}`;
      await openFigure(page, CHAPTER, 'contribution-ledger', query);
      const { values } = decodeSettings(ledgerSettings, query);
      const { machine, trace } = lampOver(values, values.text);
      bptt(machine, trace);
      const at = machine.layout.offset(name);
      const debts = contributions(machine, trace).map((uses) =>
        uses.map((theta) => theta[at] ?? NaN),
      );
      const groups = groupsOf(debts);
      const total = sum(groups.loss);
      const place = { use: values.use - 1, loss: values.loss - 1, lag: values.loss - values.use };
      const said = [
        debts[values.loss - 1]?.[values.use - 1],
        groups[by][place[by]],
        total,
        trace.grad(name)[0],
      ];
      await expect.poll(() => valuesIn(page, '#contribution-ledger .say')).toEqual(said);
      expect(await valuesIn(page, '#contribution-ledger tbody button')).toEqual(debts.flat());
      expect(await valuesIn(page, '#contribution-ledger tbody td.total')).toEqual(
        by === 'loss' ? groups.loss : [],
      );
      expect(await valuesIn(page, '#contribution-ledger tfoot')).toEqual([
        ...(by === 'loss' ? [] : groups[by]),
        total,
      ]);
      expect(misprints(await shownIn(page, '#contribution-ledger'))).toEqual([]);
    });

test('every number of chapter 3 is the number of its experiment or fact, rounded', async ({
  page,
}) => {
  await page.goto(CHAPTER);
  const shown = (await shownIn(page, 'article :is(p, td)')).filter(({ full }) => full !== '');
  expect(shown.length).toBeGreaterThan(60);
  expect(misprints(shown)).toEqual([]);
});

/** Runs a network over a text, as the book codes it: one signed number for one input, else one of two. */
function readQuotes(
  machine: Machine,
  params: Readonly<Record<string, Numbers>>,
  initial: Readonly<Record<string, Numbers>>,
  text: string,
): Trace {
  const items = encodeQuotes(text);
  const isOne = machine.layout.length('x') === 1;
  return play(machine, {
    params,
    initial,
    inputs: items.map(({ x }) => (isOne ? x : [x === 1 ? 1 : 0, x === -1 ? 1 : 0])),
    targets: items.map(({ inside }) => inside),
  });
}

/** Every addition made up to a place of the way back, and the gradients as they are there. */
function wentBack(
  machine: Machine,
  trace: Trace,
  { phase, t, done }: Place,
): { made: Contribution[]; grads: number[] } {
  if (phase === 'forward') return { made: [], grads: [] };
  trace.grads.fill(0);
  seedLoss(trace);
  const made: Contribution[] = [];
  for (let later = trace.length; later > t; later--)
    made.push(...recordPullback(machine, trace, later));
  const grads = [...trace.grads];
  made.push(...recordPullback(machine, trace, t).slice(0, done));
  return { made, grads };
}

/** The blame of every state: from its own answer, from the step after, in all; empty before any came. */
function blamesOf(
  made: readonly Contribution[],
  steps: number,
): [own: number[], later: number[], all: number[]][] {
  return Array.from({ length: steps + 1 }, (_, t) => {
    const into = made.filter((one) => one.into.name === 'h' && one.into.t === t);
    const added = (some: readonly Contribution[]): number[] =>
      some.reduce<number[]>((sums, { term }) => term.map((x, i) => x + (sums[i] ?? 0)), []);
    return [
      added(into.filter(({ from }) => from.t === t)),
      added(into.filter(({ from }) => from.t !== t)),
      [...(into.at(-1)?.after ?? [])],
    ];
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, x) => total + x, 0);

/** The three sums of a triangle of debts, [t − 1][k − 1]: over its columns, rows and diagonals. */
function groupsOf(debts: readonly (readonly number[])[]): Record<'use' | 'loss' | 'lag', number[]> {
  const over = (place: (t: number, k: number) => number): number[] =>
    debts.map((_, n) =>
      sum(debts.flatMap((uses, t) => uses.filter((_value, k) => place(t, k) === n))),
    );
  return { use: over((_, k) => k), loss: over((t) => t), lag: over((t, k) => t - k) };
}
