/** The LSTM with a forget gate in loops, as a textbook has it: nothing here comes from the engine. */

/** The four rows of blocks: three gates and the candidate. */
export type Block = 'i' | 'f' | 'g' | 'o';
export const BLOCKS: readonly Block[] = ['i', 'f', 'g', 'o'];

export type LstmWeights = {
  /** W_x: H × D, W_h: H × H, b: H. */
  readonly [block in Block]: { W_x: number[][]; W_h: number[][]; b: number[] };
};

/** Everything that one step computes; `tanh_c` is what the cell shows. */
export interface LstmStep extends Record<Block, number[]> {
  c: number[];
  tanh_c: number[];
  h: number[];
}

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

/** Returns the steps 1 … T. Source: gers2000. */
export function lstmForward(
  weights: LstmWeights,
  x: number[][],
  h_0: number[],
  c_0: number[],
): LstmStep[] {
  const steps: LstmStep[] = [];
  let [h, c] = [h_0, c_0];
  for (const x_t of x) {
    const gate = (block: Block, squash: (a: number) => number): number[] => {
      const { W_x, W_h, b } = weights[block];
      const row = [];
      for (let i = 0; i < b.length; i++) {
        let a = b[i]!;
        for (let j = 0; j < x_t.length; j++) a += W_x[i]![j]! * x_t[j]!;
        for (let j = 0; j < h.length; j++) a += W_h[i]![j]! * h[j]!;
        row.push(squash(a));
      }
      return row;
    };
    const [i, f, o] = [gate('i', sigmoid), gate('f', sigmoid), gate('o', sigmoid)];
    const g = gate('g', Math.tanh);
    const old = c;
    c = old.map((_, k) => f[k]! * old[k]! + i[k]! * g[k]!);
    const tanh_c = c.map((value) => Math.tanh(value));
    h = o.map((_, k) => o[k]! * tanh_c[k]!);
    steps.push({ i, f, g, o, c, tanh_c, h });
  }
  return steps;
}

export interface LstmGradients {
  readonly weights: LstmWeights;
  readonly x: number[][];
  readonly h_0: number[];
  readonly c_0: number[];
}

/** Returns the gradients of a loss, given its direct derivatives by h_1 … h_T. */
export function lstmBackward(
  weights: LstmWeights,
  x: number[][],
  h_0: number[],
  c_0: number[],
  steps: LstmStep[],
  direct: number[][],
): LstmGradients {
  const [H, D] = [h_0.length, x[0]!.length];
  const block = () => ({ W_x: zeros(H, D), W_h: zeros(H, H), b: zeros(1, H)[0]! });
  const grad = { i: block(), f: block(), g: block(), o: block() };
  const dx = zeros(x.length, D);
  let [dh, dc] = [zeros(1, H)[0]!, zeros(1, H)[0]!];
  for (let t = x.length; t >= 1; t--) {
    const { i, f, g, o, tanh_c } = steps[t - 1]!;
    const [c_old, h_old] = [steps[t - 2]?.c ?? c_0, steps[t - 2]?.h ?? h_0];
    const [later, cell] = [dh, dc];
    [dh, dc] = [zeros(1, H)[0]!, zeros(1, H)[0]!];
    for (let k = 0; k < H; k++) {
      const dh_k = direct[t - 1]![k]! + later[k]!;
      const dc_k = cell[k]! + dh_k * o[k]! * (1 - tanh_c[k]! * tanh_c[k]!);
      dc[k] = dc_k * f[k]!;
      const da = {
        i: dc_k * g[k]! * i[k]! * (1 - i[k]!),
        f: dc_k * c_old[k]! * f[k]! * (1 - f[k]!),
        g: dc_k * i[k]! * (1 - g[k]! * g[k]!),
        o: dh_k * tanh_c[k]! * o[k]! * (1 - o[k]!),
      };
      for (const name of BLOCKS) {
        grad[name].b[k]! += da[name];
        for (let j = 0; j < D; j++) {
          grad[name].W_x[k]![j]! += da[name] * x[t - 1]![j]!;
          dx[t - 1]![j]! += weights[name].W_x[k]![j]! * da[name];
        }
        for (let j = 0; j < H; j++) {
          grad[name].W_h[k]![j]! += da[name] * h_old[j]!;
          dh[j]! += weights[name].W_h[k]![j]! * da[name];
        }
      }
    }
  }
  return { weights: grad, x: dx, h_0: dh, c_0: dc };
}

const zeros = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array<number>(columns).fill(0));
