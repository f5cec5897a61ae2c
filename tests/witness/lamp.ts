/** The lamp of chapter 1, forwards and backwards by hand: nothing here comes from the engine. */

/** The five numbers, or their gradients. */
export interface LampWeights {
  w: number;
  u: number;
  b: number;
  a: number;
  c: number;
}

/** Returns the states h_0 … h_T and the answers y_1 … y_T; `y[0]` is not used. */
export function lampForward(weights: LampWeights, x: number[], h_0: number) {
  const { w, u, b, a, c } = weights;
  const h = [h_0];
  const y = [NaN];
  for (let t = 1; t < x.length; t++) {
    h[t] = Math.tanh(w * h[t - 1]! + u * x[t]! + b);
    y[t] = 1 / (1 + Math.exp(-(a * h[t]! + c)));
  }
  return { h, y };
}

/** What was read, what should have been said, and what `lampForward` made of it; counted from 1. */
export interface LampRun {
  x: number[];
  d: number[];
  h: number[];
  y: number[];
}

/** Returns the gradients of the loss of a run. */
export function lampBackward({ w, a }: LampWeights, { x, d, h, y }: LampRun) {
  const grad = { w: 0, u: 0, b: 0, a: 0, c: 0 };
  let later = 0; // blame of h[t] from the step after it
  for (let t = h.length - 1; t >= 1; t--) {
    const blame_o = y[t]! - d[t]!;
    const blame_h = a * blame_o + later;
    const blame_a_h = blame_h * (1 - h[t]! * h[t]!);
    grad.a += blame_o * h[t]!;
    grad.c += blame_o;
    grad.w += blame_a_h * h[t - 1]!;
    grad.u += blame_a_h * x[t]!;
    grad.b += blame_a_h;
    later = w * blame_a_h;
  }
  return grad;
}
