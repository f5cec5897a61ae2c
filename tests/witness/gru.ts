/** The GRU with the reset after the product, in loops: nothing here comes from the engine. */

export type GruWeights = {
  /** W_x: H × D, W_h: H × H, b: H. */
  readonly [block in 'r' | 'z' | 'n']: { W_x: number[][]; W_h: number[][]; b: number[] };
} & {
  /** The bias inside the reset, of q = W_hn h + b_hn. */
  readonly b_hn: number[];
};

/** Everything that one step computes. */
export interface GruStep {
  r: number[];
  z: number[];
  q: number[];
  n: number[];
  h: number[];
}

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

/** Returns the steps 1 … T; z keeps the old state. Source: cho2014, with the reset as cuDNN has it. */
export function gruForward(weights: GruWeights, x: number[][], h_0: number[]): GruStep[] {
  const { r: R, z: Z, n: N, b_hn } = weights;
  const steps: GruStep[] = [];
  let h = h_0;
  for (const x_t of x) {
    const r = plus(product(R.W_x, x_t), product(R.W_h, h), R.b).map(sigmoid);
    const z = plus(product(Z.W_x, x_t), product(Z.W_h, h), Z.b).map(sigmoid);
    const q = plus(product(N.W_h, h), b_hn);
    const reset = q.map((value, k) => r[k]! * value);
    const n = plus(product(N.W_x, x_t), reset, N.b).map((a) => Math.tanh(a));
    const old = h;
    h = old.map((value, k) => (1 - z[k]!) * n[k]! + z[k]! * value);
    steps.push({ r, z, q, n, h });
  }
  return steps;
}

export interface GruGradients {
  readonly weights: GruWeights;
  readonly x: number[][];
  readonly h_0: number[];
}

/** Returns the gradients of a loss, given its direct derivatives by h_1 … h_T. */
export function gruBackward(
  weights: GruWeights,
  x: number[][],
  h_0: number[],
  steps: GruStep[],
  direct: number[][],
): GruGradients {
  const [H, D] = [h_0.length, x[0]!.length];
  const block = () => ({ W_x: zeros(H, D), W_h: zeros(H, H), b: zeros(1, H)[0]! });
  const grad = { r: block(), z: block(), n: block(), b_hn: zeros(1, H)[0]! };
  const dx = zeros(x.length, D);
  let dh = zeros(1, H)[0]!;
  for (let t = x.length; t >= 1; t--) {
    const { r, z, q, n } = steps[t - 1]!;
    const h_old = steps[t - 2]?.h ?? h_0;
    const later = dh;
    dh = zeros(1, H)[0]!;
    for (let k = 0; k < H; k++) {
      const dh_k = direct[t - 1]![k]! + later[k]!;
      dh[k]! += dh_k * z[k]!;
      const da_n = dh_k * (1 - z[k]!) * (1 - n[k]! * n[k]!);
      const da_z = dh_k * (h_old[k]! - n[k]!) * z[k]! * (1 - z[k]!);
      const da_r = da_n * q[k]! * r[k]! * (1 - r[k]!);
      const dq = da_n * r[k]!;
      grad.b_hn[k]! += dq;
      // the candidate's input side and its recurrent side see different gradients
      const sides = [
        ['r', da_r, da_r],
        ['z', da_z, da_z],
        ['n', da_n, dq],
      ] as const;
      for (const [name, da_x, da_h] of sides) {
        grad[name].b[k]! += da_x;
        for (let j = 0; j < D; j++) {
          grad[name].W_x[k]![j]! += da_x * x[t - 1]![j]!;
          dx[t - 1]![j]! += weights[name].W_x[k]![j]! * da_x;
        }
        for (let j = 0; j < H; j++) {
          grad[name].W_h[k]![j]! += da_h * h_old[j]!;
          dh[j]! += weights[name].W_h[k]![j]! * da_h;
        }
      }
    }
  }
  return { weights: grad, x: dx, h_0: dh };
}

const product = (matrix: number[][], vector: number[]): number[] =>
  matrix.map((row) => row.reduce((sum, value, j) => sum + value * vector[j]!, 0));

const plus = (...vectors: number[][]): number[] =>
  vectors[0]!.map((_, k) => vectors.reduce((sum, vector) => sum + vector[k]!, 0));

const zeros = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array<number>(columns).fill(0));
