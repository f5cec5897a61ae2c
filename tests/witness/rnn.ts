/** The plain recurrent network in loops, as a textbook has it: nothing here comes from the engine. */

export interface RnnWeights {
  /** H × D. */
  readonly W_xh: number[][];
  /** H × H. */
  readonly W_hh: number[][];
  readonly b_h: number[];
}

/** Returns h_0 … h_T of h_t = tanh(W_xh x_t + W_hh h_{t−1} + b_h); row t of `x` is x_{t+1}. */
export function rnnForward(weights: RnnWeights, x: number[][], h_0: number[]): number[][] {
  const { W_xh, W_hh, b_h } = weights;
  const h = [h_0];
  for (let t = 1; t <= x.length; t++) {
    const h_t = [];
    for (let i = 0; i < b_h.length; i++) {
      let a = b_h[i]!;
      for (let j = 0; j < x[t - 1]!.length; j++) a += W_xh[i]![j]! * x[t - 1]![j]!;
      for (let j = 0; j < b_h.length; j++) a += W_hh[i]![j]! * h[t - 1]![j]!;
      h_t.push(Math.tanh(a));
    }
    h.push(h_t);
  }
  return h;
}

export interface RnnGradients extends RnnWeights {
  readonly x: number[][];
  readonly h_0: number[];
}

/**
 * Returns the gradients of a loss, given its direct derivatives by h_1 … h_T.
 * Source: werbos1990; δ_t is the derivative by the pre-activation of step t.
 */
export function rnnBackward(
  weights: RnnWeights,
  x: number[][],
  h: number[][],
  direct: number[][],
): RnnGradients {
  const { W_xh, W_hh, b_h } = weights;
  const [H, D] = [b_h.length, x[0]!.length];
  const grad: RnnGradients = {
    W_xh: zeros(H, D),
    W_hh: zeros(H, H),
    b_h: zeros(1, H)[0]!,
    x: zeros(x.length, D),
    h_0: zeros(1, H)[0]!,
  };
  let fromLater = zeros(1, H)[0]!;
  for (let t = x.length; t >= 1; t--) {
    const delta = [];
    for (let i = 0; i < H; i++)
      delta.push((1 - h[t]![i]! * h[t]![i]!) * (direct[t - 1]![i]! + fromLater[i]!));
    fromLater = zeros(1, H)[0]!;
    for (let i = 0; i < H; i++) {
      grad.b_h[i]! += delta[i]!;
      for (let j = 0; j < D; j++) {
        grad.W_xh[i]![j]! += delta[i]! * x[t - 1]![j]!;
        grad.x[t - 1]![j]! += W_xh[i]![j]! * delta[i]!;
      }
      for (let j = 0; j < H; j++) {
        grad.W_hh[i]![j]! += delta[i]! * h[t - 1]![j]!;
        fromLater[j]! += W_hh[i]![j]! * delta[i]!;
      }
    }
  }
  for (let i = 0; i < H; i++) grad.h_0[i] = fromLater[i]!;
  return grad;
}

const zeros = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array<number>(columns).fill(0));
