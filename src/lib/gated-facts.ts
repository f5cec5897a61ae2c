import {
  biasForHalfLife,
  countedUpAndDown,
  halfLifeOfBias,
  keptByGate,
  stepsUntilShare,
  timeUntilShare,
} from '#engine/analysis/forgetting.ts';
import { compile, gru, leak, lstm, play, rnn, type Program } from '#engine/index.ts';
import { log } from '#engine/math/index.ts';
import { trainedCounter, type Counter, type CounterCell } from '#engine/models/counting.ts';
import { endlessRun, largestCell, rightShare, type EndlessRun } from '#engine/models/endless.ts';
import { entrants, heatResult } from '#engine/models/race.ts';

type Compute = (...values: number[]) => number;

/** Characters of the endless text of which the prose speaks. */
const ENDLESS = 2000;
/** Seeds 1 to this are counted in the prose; figures train more. */
const RACERS = 8;
const COUNTERS = 6;

/** What the chapter on gated cells asks the engine by name: arguments in order, and the computation. */
export const GATED_FACTS: readonly [name: string, args: readonly string[], compute: Compute][] = [
  ['written-by-leak', ['alpha'], (alpha) => afterOneMark(alpha, 0)],
  ['steps-until-share', ['alpha', 'share'], stepsUntilShare],
  ['hold-times-write', ['alpha', 'share'], (alpha, share) => alpha * timeUntilShare(alpha, share)],
  ['log-of', ['x'], log],
  ['forget-power', ['b', 'steps'], keptByGate],
  ['halving-time-of-bias', ['b'], halfLifeOfBias],
  ['bias-for-half-life', ['steps'], biasForHalfLife],
  ['counted-up-and-down', ['kept', 'amount', 'n'], countedUpAndDown],
  ['lstm-parameters', ['D', 'H'], (D, H) => parameters(lstm, D, H)],
  ['gru-parameters', ['D', 'H'], (D, H) => parameters(gru, D, H)],
  ['rnn-parameters', ['D', 'H'], (D, H) => parameters(rnn, D, H)],
  ['gru-width', ['D', 'H'], gruWidth],
  [
    'endless-accuracy',
    ['forget', 'seed'],
    (forget, seed) => 100 * rightShare(endless(forget, seed), 1, ENDLESS),
  ],
  [
    'endless-largest',
    ['forget', 'seed'],
    (forget, seed) => Math.abs(largestCell(endless(forget, seed), ENDLESS).value),
  ],
  ...entrants.map(({ id }): [string, string[], Compute] => [
    `race-solved-${id}`,
    ['gap'],
    (gap) => solved(id, gap),
  ]),
  ...(['lstm', 'gru'] as const).flatMap((cell): [string, string[], Compute][] => [
    [`count-reach-${cell}-least`, [], () => Math.min(...reaches(cell))],
    [`count-reach-${cell}-most`, [], () => Math.max(...reaches(cell))],
  ]),
];

const parameters = (cell: Program, D: number, H: number): number =>
  compile(cell, { D, H }).layout.thetaSize;

/** The widest GRU that has no more parameters than an LSTM of these sizes. */
function gruWidth(D: number, H: number): number {
  const budget = parameters(lstm, D, H);
  let width = H;
  while (parameters(gru, D, width + 1) <= budget) width += 1;
  return width;
}

/** The state of a leak after a mark, one, and so many zeros. */
function afterOneMark(alpha: number, letters: number): number {
  const inputs = Array.from({ length: letters + 1 }, (_, t) => (t === 0 ? 1 : 0));
  const trace = play(compile(leak), { params: { alpha }, inputs });
  return trace.value('h', letters + 1)[0] ?? NaN;
}

const endlessRuns = new Map<string, EndlessRun>();

function endless(forget: number, seed: number): EndlessRun {
  const key = `${forget}, ${seed}`;
  const run = endlessRuns.get(key) ?? endlessRun(forget === 1 ? 2000 : 1997, seed, ENDLESS);
  endlessRuns.set(key, run);
  return run;
}

const solvedCounts = new Map<string, number>();

function solved(entrant: string, gap: number): number {
  const key = `${entrant}, ${gap}`;
  const known = solvedCounts.get(key);
  if (known !== undefined) return known;
  const heats = Array.from({ length: RACERS }, (_, n) => heatResult({ entrant, gap, seed: n + 1 }));
  const count = heats.filter(({ solvedAt }) => solvedAt !== undefined).length;
  solvedCounts.set(key, count);
  return count;
}

const counters = new Map<CounterCell, readonly Counter[]>();

function reaches(cell: CounterCell): number[] {
  const trained =
    counters.get(cell) ?? Array.from({ length: COUNTERS }, (_, n) => trainedCounter(cell, n + 1));
  counters.set(cell, trained);
  return trained.map(({ reach }) => reach);
}
