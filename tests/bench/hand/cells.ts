import type { CellName } from '../workloads.ts';
import type { Numbers } from './loops.ts';

/** Where one step finds its numbers; pre-activations of gates lie one block after the other. */
export interface StepByHand {
  readonly h: Numbers;
  readonly c: Numbers;
  /** Comes as W x + b, is left as the activations. */
  readonly fromX: Numbers;
  /** W h of the step before. */
  readonly fromH: Numbers;
  readonly b_n: Numbers;
  readonly H: number;
  readonly lanes: number;
  /** From 0. */
  readonly t: number;
}

/** Gradients: of h and c at this step on entry, what goes to the step before on return. */
export interface GradsByHand {
  readonly dh: Numbers;
  readonly dc: Numbers;
  readonly da_x: Numbers;
  readonly da_h: Numbers;
  readonly db_n: Numbers;
}

export interface CellByHand {
  forward(at: StepByHand): void;
  backward(at: StepByHand, grads: GradsByHand): void;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const rnn: CellByHand = {
  forward({ h, fromX, fromH, H, lanes, t }) {
    const at = t * lanes * H;
    for (let n = 0; n < lanes * H; n++)
      h[at + lanes * H + n] = Math.tanh(fromX[at + n]! + fromH[at + n]!);
  },
  backward({ h, H, lanes, t }, { dh, da_x, da_h }) {
    const at = (t + 1) * lanes * H;
    for (let n = 0; n < lanes * H; n++) {
      da_x[n] = da_h[n] = dh[n]! * (1 - h[at + n]! * h[at + n]!);
      dh[n] = 0;
    }
  },
};

const lstm: CellByHand = {
  forward({ h, c, fromX: a, fromH, H, lanes, t }) {
    for (let lane = 0; lane < lanes; lane++) {
      const before = (t * lanes + lane) * H;
      const now = before + lanes * H;
      const at = 4 * before;
      for (let j = 0; j < H; j++) {
        const i = sigmoid(a[at + j]! + fromH[at + j]!);
        const f = sigmoid(a[at + H + j]! + fromH[at + H + j]!);
        const g = Math.tanh(a[at + 2 * H + j]! + fromH[at + 2 * H + j]!);
        const o = sigmoid(a[at + 3 * H + j]! + fromH[at + 3 * H + j]!);
        a[at + j] = i;
        a[at + H + j] = f;
        a[at + 2 * H + j] = g;
        a[at + 3 * H + j] = o;
        c[now + j] = f * c[before + j]! + i * g;
        // what was W h is no longer needed: its first block keeps tanh c
        fromH[at + j] = Math.tanh(c[now + j]!);
        h[now + j] = o * fromH[at + j]!;
      }
    }
  },
  backward({ c, fromX: a, fromH, H, lanes, t }, { dh, dc, da_x, da_h }) {
    for (let lane = 0; lane < lanes; lane++) {
      const before = (t * lanes + lane) * H;
      const at = 4 * before;
      const to = 4 * lane * H;
      for (let j = 0; j < H; j++) {
        const i = a[at + j]!;
        const f = a[at + H + j]!;
        const g = a[at + 2 * H + j]!;
        const o = a[at + 3 * H + j]!;
        const squashed = fromH[at + j]!;
        const down = dh[lane * H + j]!;
        const dcell = dc[lane * H + j]! + down * o * (1 - squashed * squashed);
        da_x[to + j] = dcell * g * i * (1 - i);
        da_x[to + H + j] = dcell * c[before + j]! * f * (1 - f);
        da_x[to + 2 * H + j] = dcell * i * (1 - g * g);
        da_x[to + 3 * H + j] = down * squashed * o * (1 - o);
        dc[lane * H + j] = dcell * f;
        dh[lane * H + j] = 0;
      }
    }
    da_h.set(da_x);
  },
};

const gru: CellByHand = {
  forward({ h, fromX: a, fromH, b_n, H, lanes, t }) {
    for (let lane = 0; lane < lanes; lane++) {
      const before = (t * lanes + lane) * H;
      const now = before + lanes * H;
      const at = 3 * before;
      for (let j = 0; j < H; j++) {
        const r = sigmoid(a[at + j]! + fromH[at + j]!);
        const z = sigmoid(a[at + H + j]! + fromH[at + H + j]!);
        const q = (fromH[at + 2 * H + j]! += b_n[j]!);
        const n = Math.tanh(a[at + 2 * H + j]! + r * q);
        a[at + j] = r;
        a[at + H + j] = z;
        a[at + 2 * H + j] = n;
        h[now + j] = (1 - z) * n + z * h[before + j]!;
      }
    }
  },
  backward({ h, fromX: a, fromH, H, lanes, t }, { dh, da_x, da_h, db_n }) {
    for (let lane = 0; lane < lanes; lane++) {
      const before = (t * lanes + lane) * H;
      const at = 3 * before;
      const to = 3 * lane * H;
      for (let j = 0; j < H; j++) {
        const r = a[at + j]!;
        const z = a[at + H + j]!;
        const n = a[at + 2 * H + j]!;
        const down = dh[lane * H + j]!;
        const da_n = down * (1 - z) * (1 - n * n);
        const dq = da_n * r;
        da_x[to + j] = da_h[to + j] = da_n * fromH[at + 2 * H + j]! * r * (1 - r);
        da_x[to + H + j] = da_h[to + H + j] = down * (h[before + j]! - n) * z * (1 - z);
        da_x[to + 2 * H + j] = da_n;
        da_h[to + 2 * H + j] = dq;
        db_n[j]! += dq;
        dh[lane * H + j] = down * z;
      }
    }
  },
};

export const cellsByHand: Readonly<Record<CellName, CellByHand>> = { rnn, lstm, gru };
