import { GATES, type Numbers as Given, type Workload } from '../workloads.ts';
import { cellsByHand, type CellByHand } from './cells.ts';
import type { Loops, Numbers } from './loops.ts';

/** What a run by hand leaves to be compared: the loss and the gradients by the engine's names. */
export interface Outcome {
  readonly loss: number;
  gradient(name: string): Float64Array;
}

/** Returns a network written by hand, gates stacked; every call of it is one whole run. */
export function handNetwork(workload: Workload, given: Given, loops: Loops): () => Outcome {
  const { D, H, K, T, batch: lanes } = workload;
  const gates = GATES[workload.cell];
  const rows = gates.length * H;
  const cell = cellsByHand[workload.cell];
  const stacked = (prefix: string): Numbers =>
    Float64Array.from(gates.flatMap((gate) => [...given.params[prefix + gate]!]));
  const W_x = stacked('W_x');
  const W_h = stacked('W_h');
  const b = stacked('b_');
  const b_n = given.params['b_hn'] ?? new Float64Array(0);
  const W_y = given.params['W_hy'] ?? new Float64Array(0);
  const b_y = given.params['b_y'] ?? new Float64Array(0);
  const grads = [W_x, W_h, b, b_n, W_y, b_y].map(({ length }) => new Float64Array(length));
  const [dW_x, dW_h, db, db_n, dW_y, db_y] = grads as [
    Numbers,
    Numbers,
    Numbers,
    Numbers,
    Numbers,
    Numbers,
  ];
  // T + 1 states of all lanes, frame 0 first; pre-activations become activations in place
  const h = new Float64Array((T + 1) * lanes * H);
  const c = new Float64Array((T + 1) * lanes * H);
  const fromX = new Float64Array(T * lanes * rows);
  const fromH = new Float64Array(T * lanes * rows);
  const y = new Float64Array(T * lanes * K);
  const dense = interleaved(given.inputs, T, D);
  const dh = new Float64Array(lanes * H);
  const dc = new Float64Array(lanes * H);
  const da_x = new Float64Array(lanes * rows);
  const da_h = new Float64Array(lanes * rows);
  const dy = new Float64Array(lanes * K);
  const input = { rows, columns: D, lanes };
  const recurrent = { rows, columns: H, lanes };
  const readout = { rows: K, columns: H, lanes };
  const picks = loops.picksColumns && workload.isOneHot;

  const forward = (): number => {
    let loss = 0;
    for (let t = 0; t < T; t++) {
      const at = t * lanes * rows;
      for (let lane = 0; lane < lanes; lane++) fromX.set(b, at + lane * rows);
      fromH.fill(0, at, at + lanes * rows);
      if (picks)
        for (let lane = 0; lane < lanes; lane++) {
          const column = given.letters[lane]![t]!;
          for (let i = 0; i < rows; i++) fromX[at + lane * rows + i]! += W_x[i * D + column]!;
        }
      else loops.product(fromX, at, W_x, dense, t * lanes * D, input);
      loops.product(fromH, at, W_h, h, t * lanes * H, recurrent);
      cell.forward({ h, c, fromX, fromH, b_n, H, lanes, t });
      if (K === 0) continue;
      const out = t * lanes * K;
      for (let lane = 0; lane < lanes; lane++) y.set(b_y, out + lane * K);
      loops.product(y, out, W_y, h, (t + 1) * lanes * H, readout);
      for (let lane = 0; lane < lanes; lane++)
        loss += softmaxLoss(y, out + lane * K, K, given.classes[lane]![t]!);
    }
    return loss;
  };

  const backward = (): void => {
    for (const grad of grads) grad.fill(0);
    dh.fill(0);
    dc.fill(0);
    for (let t = T - 1; t >= 0; t--) {
      const out = t * lanes * K;
      for (let n = 0; n < lanes * K; n++) dy[n] = y[out + n]!;
      for (let lane = 0; lane < lanes; lane++) dy[lane * K + given.classes[lane]![t]!]! -= 1;
      addLanes(db_y, dy, lanes);
      loops.outer(dW_y, dy, h, (t + 1) * lanes * H, readout);
      loops.transposed(dh, W_y, dy, readout);
      cell.backward({ h, c, fromX, fromH, b_n, H, lanes, t }, { dh, dc, da_x, da_h, db_n });
      addLanes(db, da_x, lanes);
      if (picks)
        for (let lane = 0; lane < lanes; lane++) {
          const column = given.letters[lane]![t]!;
          for (let i = 0; i < rows; i++) dW_x[i * D + column]! += da_x[lane * rows + i]!;
        }
      else loops.outer(dW_x, da_x, dense, t * lanes * D, input);
      loops.outer(dW_h, da_h, h, t * lanes * H, recurrent);
      loops.transposed(dh, W_h, da_h, recurrent);
    }
  };

  const gradient = (name: string): Float64Array => {
    if (name === 'W_hy') return dW_y;
    if (name === 'b_y') return db_y;
    if (name === 'b_hn') return db_n;
    const all = name.startsWith('W_x') ? dW_x : name.startsWith('W_h') ? dW_h : db;
    const size = all.length / gates.length;
    const block = gates.indexOf(name.slice(name.startsWith('b') ? 2 : 3));
    return all.subarray(block * size, (block + 1) * size);
  };

  return () => {
    const loss = forward();
    if (K > 0) backward();
    return { loss: K > 0 ? loss : h.at(-1)!, gradient };
  };
}

export type { CellByHand };

/** Rows of all lanes at t = 0, then at t = 1, … */
function interleaved(inputs: readonly Float64Array[], T: number, D: number): Numbers {
  const all = new Float64Array(inputs.length * T * D);
  for (let t = 0; t < T; t++)
    inputs.forEach((rows, lane) =>
      all.set(rows.subarray(t * D, (t + 1) * D), (t * inputs.length + lane) * D),
    );
  return all;
}

function addLanes(sums: Numbers, parts: Numbers, lanes: number): void {
  const size = sums.length;
  for (let lane = 0; lane < lanes; lane++)
    for (let i = 0; i < size; i++) sums[i]! += parts[lane * size + i]!;
}

/** Turns logits into shares in place and returns −log of the share of the right class. */
function softmaxLoss(o: Numbers, start: number, K: number, right: number): number {
  let largest = -Infinity;
  for (let k = 0; k < K; k++) if (o[start + k]! > largest) largest = o[start + k]!;
  const logit = o[start + right]! - largest;
  let total = 0;
  for (let k = 0; k < K; k++) total += o[start + k] = Math.exp(o[start + k]! - largest);
  for (let k = 0; k < K; k++) o[start + k]! /= total;
  return Math.log(total) - logit;
}
