import { lagNorms, powers } from '#engine/analysis/lag-norms.ts';
import { compile, play, rnn, rnnLinear, rnnRelu, rnnSigmoid } from '#engine/index.ts';
import { log, rng } from '#engine/math/index.ts';
import { characterOf, rowsOf, type Four } from './two-by-two.ts';

/** Steps of the text, and with them the longest lag. */
export const LONGEST_LAG = 30;
/** The lag at which the reader bets. */
export const BET_LAG = 20;
/** The powers of ten between which the picture lies. */
export const POWERS = { from: -16, to: 8 } as const;

/** Squeezes to choose from: what they are called, and where they are steepest. */
export const SQUEEZES = {
  rnn: { name: 'tanh', cell: rnn, steepest: 1 },
  'linear-rnn': { name: 'none', cell: rnnLinear, steepest: 1 },
  'relu-rnn': { name: 'rectifier', cell: rnnRelu, steepest: 1 },
  'sigmoid-rnn': { name: 'logistic', cell: rnnSigmoid, steepest: 0.25 },
} as const;

export type Squeeze = keyof typeof SQUEEZES;

/** What is measured: two units that read a stream of signs. */
export interface LagSetting extends Four {
  readonly cell: Squeeze;
  /** How loudly the stream is read: the input weight of the first unit, twice that of the second. */
  readonly input: number;
  readonly seed: number;
}

/** A curve and its two companions, for lag 0 … 30. */
export interface LagCurve {
  /** The largest singular value of ∂h_T/∂h_{T−k}. */
  readonly norms: readonly number[];
  /** (γ‖W‖)^k, which no network with this matrix exceeds. */
  readonly bounds: readonly number[];
  /** (γρ)^k. */
  readonly radii: readonly number[];
}

/** The stream that a seed gives: +1 and −1, evenly at random. */
export function signs(seed: number): number[] {
  const random = rng(seed).stream('signs');
  return Array.from({ length: LONGEST_LAG }, () => (random.uniform() < 0.5 ? -1 : 1));
}

/** Runs the two units over the stream and measures every lag from its end. */
export function measure({ cell, input, seed, ...four }: LagSetting): LagCurve {
  const { cell: program, steepest } = SQUEEZES[cell];
  const machine = compile(program, { D: 1, H: 2 });
  const trace = play(machine, {
    params: { W_xh: [[input], [input / 2]], W_hh: rowsOf(four), b_h: [0, 0] },
    inputs: signs(seed),
  });
  const { stretch, radius } = characterOf(four);
  return {
    norms: lagNorms(machine, trace),
    bounds: powers(steepest * stretch, LONGEST_LAG),
    radii: powers(steepest * radius, LONGEST_LAG),
  };
}

/** The power of ten of a value; a little below the picture for what is smaller. */
export const powerOf = (value: number): number =>
  value > 0 ? Math.max(POWERS.from - 1, log(value) / log(10)) : POWERS.from - 1;

/** Says whether a value lies inside the picture. */
export const isSeen = (value: number): boolean =>
  powerOf(value) >= POWERS.from && powerOf(value) <= POWERS.to;

/** How a bet compares with what was measured, in powers of ten, to one digit. */
export const missedBy = (bet: number, value: number): number =>
  Math.round(10 * (bet - powerOf(value))) / 10;

/** What the curve says next to its companions, in one sentence. */
export function lagVerdict({ norms, bounds, radii }: LagCurve, lag: number, cell: Squeeze): string {
  const [norm = 0, bound = 0, radius = 0] = [norms[lag], bounds[lag], radii[lag]];
  if (lag === 0) return 'At lag 0 a change is itself.';
  if (norm === 0 && cell === 'relu-rnn')
    return 'On the way a unit was off for every arrow that came: a rectifier that is off passes nothing on.';
  if (norm === 0) return 'Nothing passes at all.';
  if (norm > bound * (1 - 1e-9))
    return 'The bound is reached: here every step stretches the same arrow.';
  if (norm > 1 && radius < 1)
    return 'More than was put in, although every eigenvalue is below one: the curve rises before it falls.';
  if (norm < radius)
    return 'It lies below both lines: the squeeze has flattened the steps, and neither number of the matrix knows of that.';
  return 'It lies between the lines.';
}
