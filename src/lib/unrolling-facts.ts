import {
  compile,
  define,
  encodeQuotes,
  join,
  neuronLamp,
  rnn,
  softmaxHead,
} from '#engine/index.ts';
import type { Trace } from '#engine/index.ts';
import { softplus } from '#engine/math/index.ts';
import { cellsOf, meanLoss, playPadded, type Lane } from '#engine/models/padded-batch.ts';
import { tiedDefaults, trainTied } from '#engine/models/tied-untied.ts';
import { playUnrolled, pullbackUnrolled } from '#engine/models/unrolled.ts';
import { chain, depth } from '#engine/program/graph.ts';
import { unroll, type Tying } from '#engine/program/unroll.ts';
import { UNEVEN } from '#engine/tasks/uneven.ts';
import { runExperiment } from './experiments.ts';

type Named = readonly [args: readonly string[], compute: (...values: number[]) => number];

const SHOWN = ['x', 'h', 'y'] as const;
const CANONICAL = { w: 2, u: 3, b: 0, a: 4, c: 0 };
const START = { h: -1 };

/** A neuron that reads, beside its input and its old state, its own last answer. */
const answerFedBack = define({
  name: 'answer-fed-back',
  source: ['jordan1986'],
  sizes: { x: 1, h: 1, y: 1 },
  equations: `
    h[t] = tanh(w * h[t-1] + v * y[t-1] + u * x[t] + b)
    y[t] = sigmoid(a * h[t] + c)`,
});

/** What chapter 2 asks the engine by name. */
export const unrollingFacts: Readonly<Record<string, Named>> = {
  /** Wires of the lamp's chain over T steps. */
  'chain-wires': [['T'], (T = 1) => chain(neuronLamp, SHOWN, T).wires.length],
  /** Wires on the longest way to the lamp of step T. */
  'chain-depth': [['T'], (T = 1) => depth(chain(neuronLamp, SHOWN, T), { name: 'y', t: T })],
  /** Wires through time, over T steps, when state and answer are both fed back. */
  'fed-back-wires': [
    ['T'],
    (T = 1) =>
      chain(answerFedBack, SHOWN, T).wires.filter(({ isThroughTime }) => isThroughTime).length,
  ],
  /** Numbers in T matrices from state to state. */
  'loop-weights': [
    ['H', 'T'],
    (H = 1, T = 1) => T * compile(rnn, { D: 1, H }).layout.length('W_hh'),
  ],
  /** Parameters of a plain cell with a readout when each of T steps has its own. */
  'untied-count': [
    ['D', 'H', 'K', 'T'],
    (D = 1, H = 1, K = 1, T = 1) =>
      compile(unroll(join(rnn, softmaxHead), T, 'untied'), { D, H, K }).layout.thetaSize,
  ],
  /** Right lamps, in percent, after marks at places beyond those of training; eight seeds. */
  'beyond-seen': [['tied'], (tied) => 100 * beyondSeen(tied === 1 ? 'tied' : 'untied')],
  /** The loss of a lamp with logit o and target d. */
  'lamp-loss': [['o', 'd'], (o = 0, d = 0) => softplus(o) - d * o],
  /** The last state of the canonical run, by the loop and by the chain that was written out. */
  'rolled-state': [[], () => runExperiment('canonical').trace.value('h', 5)[0] ?? NaN],
  'written-out-state': [[], () => writtenOut().value('h_5', 1)[0] ?? NaN],
  /** The gradient of its loss with respect to w, both ways. */
  'rolled-gradient': [[], () => runExperiment('canonical').trace.grad('w')[0] ?? NaN],
  'written-out-gradient': [[], () => writtenOut().grad('w')[0] ?? NaN],
  /** Of the batch of three uneven texts, 1 with the mask: mean loss, cells, last answer. */
  'padded-mean': [['masked'], (masked) => meanLoss(unevenBatch(masked === 1))],
  'padded-cells': [
    ['masked'],
    (masked) => cellsOf(unevenBatch(true))[masked === 1 ? 'own' : 'filled'],
  ],
  /** The example of the exercise on masked means: its sum, or divided by its characters. */
  'masked-example': [
    ['divided'],
    (divided) => {
      const short = runExperiment('padded-open').trace;
      const own = [1, 2, 3].map((t) => short.value('L', t)[0] ?? NaN);
      const sum = own.reduce(
        (total, loss) => total + loss,
        runExperiment('canonical').trace.loss(),
      );
      return divided === 1 ? sum / 8 : sum;
    },
  ],
  'padded-answer': [
    ['masked'],
    (masked) => {
      const lane = unevenBatch(true, { w: 0.9, b: -0.1 }).at(-1);
      return lane?.trace.value('y', masked === 1 ? lane.length : lane.trace.length)[0] ?? NaN;
    },
  ],
};

function writtenOut(): Trace {
  const machine = compile(unroll(neuronLamp, 5));
  const items = encodeQuotes('a“b”c');
  const trace = playUnrolled(machine, {
    params: CANONICAL,
    initial: START,
    inputs: items.map(({ x }) => x),
    targets: items.map(({ inside }) => inside),
  });
  pullbackUnrolled(machine, trace);
  return trace;
}

function unevenBatch(isMasked: boolean, change: Readonly<Record<string, number>> = {}): Lane[] {
  const sequences = UNEVEN.map((text) => encodeQuotes(text)).map((items) => ({
    inputs: items.map(({ x }) => x),
    targets: items.map(({ inside }) => inside),
  }));
  const setting = { params: { ...CANONICAL, ...change }, initial: START };
  return playPadded(compile(neuronLamp), setting, sequences, { input: 0, target: 0 }, isMasked);
}

const shares = new Map<Tying, number>();

/** The share of right lamps from the mark on, for marks behind the seen places and within the chain. */
function beyondSeen(tying: Tying): number {
  const known = shares.get(tying);
  if (known !== undefined) return known;
  const { seen, length } = tiedDefaults;
  let [right, all] = [0, 0];
  for (let seed = 1; seed <= 8; seed++) {
    const answers = trained(tying, seed);
    for (let open = seen + 1; open <= length; open++)
      for (const answer of (answers[open - 1] ?? []).slice(open - 1)) {
        right += (answer ?? 0) >= 0.5 ? 1 : 0;
        all += 1;
      }
  }
  shares.set(tying, right / all);
  return right / all;
}

function trained(tying: Tying, seed: number): readonly (readonly (number | undefined)[])[] {
  const work = trainTied({ ...tiedDefaults, tying, seed }, tiedDefaults.length);
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value.answers;
  }
}
