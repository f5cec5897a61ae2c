import { bptt, type Numbers } from '#engine/index.ts';
import { Influence, rtrl } from '#engine/learn/rtrl.ts';
import { exp, log } from '#engine/math/index.ts';
import { playQuotes } from './backward.ts';
import { lampMachine, START, type LampWeights } from './lamp.ts';

/** The five numbers, in the order of the book. */
export const NAMES = ['w', 'u', 'b', 'a', 'c'] as const;

export type WeightName = (typeof NAMES)[number];

/** What is differentiated: the loss of the lamp over a text. */
export interface Journey {
  readonly weights: LampWeights;
  readonly text: string;
}

const run = ({ weights, text }: Journey): ReturnType<typeof playQuotes> => {
  const { w, u, b, a, c } = weights;
  const params: Record<WeightName, Numbers> = { w, u, b, a, c };
  return playQuotes(lampMachine, params, { h: START }, text);
};

/** The first road: the gradient that goes back in time. */
export function backwards(journey: Journey, name: WeightName): number {
  const trace = run(journey);
  bptt(lampMachine, trace);
  return trace.grad(name)[0] ?? NaN;
}

/** The second road: the gradient that is carried forward. */
export function forwards(journey: Journey, name: WeightName): number {
  const trace = run(journey);
  rtrl(lampMachine, trace);
  return trace.grad(name)[0] ?? NaN;
}

/** ∂h_t/∂weight, as the second road carries it after step t; and t, no later than the text. */
export function influenceAfter(
  journey: Journey,
  name: WeightName,
  steps: number,
): { readonly t: number; readonly value: number } {
  const trace = run(journey);
  const carried = new Influence(lampMachine, trace);
  const last = Math.min(steps, trace.length);
  for (let t = 1; t <= last; t++) carried.advance(t);
  return { t: last, value: carried.rows[0]?.[lampMachine.layout.offset(name)] ?? NaN };
}

/** The loss with one weight moved. */
function lossWith({ weights, text }: Journey, name: WeightName, shift: number): number {
  return run({ weights: { ...weights, [name]: weights[name] + shift }, text }).loss();
}

/** The third road: half the difference of two losses, by the step. */
export const difference = (journey: Journey, name: WeightName, epsilon: number): number =>
  (lossWith(journey, name, epsilon) - lossWith(journey, name, -epsilon)) / (2 * epsilon);

/** Ten to the minus n, the nearest float64 where n is whole. */
export const stepOf = (n: number): number =>
  Number.isInteger(n) ? Number(`1e-${n}`) : exp(-n * log(10));

/** How wrong a difference is, on logarithmic axes. */
export interface DifferenceErrors {
  /** [n, log₁₀ of the error] for steps of 10⁻ⁿ; a difference without any error is left out. */
  readonly points: readonly (readonly [number, number])[];
  /** The two lines that it follows: falling as ε², rising as 1/ε; at n = 0. */
  readonly truncation: number | undefined;
  readonly rounding: number | undefined;
}

/** The step at which only the curve makes a difference wrong. */
const CLEAN = 2;

/** Positions on the axis between two powers of ten. */
const PARTS = 4;

export const log10 = (value: number): number => log(value) / log(10);

/** Compares differences of ever smaller steps with backpropagation. */
export function differenceErrors(
  journey: Journey,
  name: WeightName,
  smallest: number,
): DifferenceErrors {
  const gradient = backwards(journey, name);
  const errorAt = (n: number): number =>
    log10(Math.abs(difference(journey, name, stepOf(n)) - gradient));
  const points = Array.from({ length: (smallest - 1) * PARTS + 1 }, (_, i) => 1 + i / PARTS)
    .map((n): [number, number] => [n, errorAt(n)])
    .filter(([, error]) => Number.isFinite(error));
  const clean = errorAt(CLEAN);
  // a loss is stored to one part in 2⁵², and the difference divides what is lost by ε
  const stored = log10(Number.EPSILON * run(journey).loss());
  return {
    points,
    truncation: Number.isFinite(clean) ? clean + 2 * CLEAN : undefined,
    rounding: Number.isFinite(stored) ? stored : undefined,
  };
}
