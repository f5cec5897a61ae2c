/** The numbers of one version of an exercise. */
type Numbers = Readonly<Record<string, number>>;

const { tanh, exp, log, sqrt } = Math;
const power = (base: number, exponent: number): number => exp(exponent * log(base));

/** A plain layer by its shapes: W_xh, W_hh, b_h, W_hy, b_y. */
const layer = ({ D = 0, H = 0, K = 0 }: Numbers): number => H * D + H * H + H + K * H + K;

/** Where h → tanh(w h) rests: the iteration that a calculator would do. */
function rest(w: number): number {
  let h = 0.9;
  for (let n = 0; n < 5000; n += 1) h = tanh(w * h);
  return h;
}

/**
 * What is right, by plain arithmetic and without the engine: for every exercise that varies, one
 * function of its numbers, written from the question alone.
 */
export const WITNESS: Readonly<Record<string, (numbers: Numbers) => number>> = {
  'parameter-count': layer,
  'hand-step': ({ w = 0, u = 0, b = 0, h = 0 }) => tanh(w * tanh(w * h + u * 1 + b) + u * 0 + b),
  'half-life-ten': ({ n = 0 }) => power(0.5, 1 / n),
  'untied-count': (numbers) => (numbers['T'] ?? 0) * layer(numbers),
  // the old state and the old answer, into every step
  'another-loop': ({ T = 0 }) => 2 * T,
  'one-step-back': ({ w = 0, a = 0, h = 0, off = 0, after = 0 }) =>
    (1 - h * h) * (a * -off + w * after),
  'two-influences': ({ w = 0, start = 0, one = 0, two = 0 }) =>
    (1 - two * two) * (one + w * (1 - one * one) * start),
  // H influences for each of H(H + D + 1) numbers, against H for a step
  'memory-bill': ({ H = 0, D = 0 }) => (H * H * (H + D + 1)) / H,
  'clip-by-norm': ({ one = 0, two = 0, most = 0 }) => {
    const norm = sqrt(one * one + two * two);
    return norm > most ? (two * most) / norm : two;
  },
  'slope-at-rest': ({ w = 0 }) => w * (1 - rest(w) * rest(w)),
  'one-percent-left': ({ n = 0 }) => power(0.01, 1 / n),
  'bias-for-thousand': ({ n = 0 }) => {
    const kept = power(0.5, 1 / n);
    return log(kept / (1 - kept));
  },
  'count-by-hand': ({ kept = 0, n = 0 }) => {
    let cell = 0;
    for (let t = 0; t < 2 * n; t += 1) cell = kept * cell + (t < n ? 1 : -1);
    return cell;
  },
  'parameter-budget': ({ D = 0, H = 0 }) => {
    const lstm = 4 * (H * D + H * H + H);
    let width = 0;
    const gru = (units: number): number => 3 * (units * D + units * units + units) + units;
    while (gru(width + 1) <= lstm) width += 1;
    return width;
  },
};
