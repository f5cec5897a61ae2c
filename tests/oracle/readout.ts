import { compile, linearHead, softmaxHead, type Machine, type Trace } from '#engine/index.ts';
import { seedLoss } from '#engine/learn/bptt.ts';
import { fill } from '#engine/machine/play.ts';
import { list, matrix, scalar, vector, type OracleCase, type Tensor } from './schema.ts';

/** One sequence's readout: what it gave, and the gradients it sends down. */
export interface Readout {
  readonly trace: Trace;
  readonly loss: number;
  /** ∂L/∂y_t, one row per step. */
  readonly outputGrads: number[][];
}

const MEANS = /_mean$/;

/** True where the case's loss is one that `readOut` computes. */
export const isReadout = (kind: string): boolean =>
  /^readout_(sse|mse|mse_last|ce_sum|ce_mean|ce_last|ce_masked_mean)$/.test(kind);

/** Runs the case's readout and loss over the rows that the recurrent layers gave for one example. */
export function readOut(
  oracle: OracleCase,
  rows: readonly (readonly number[])[],
  example: number,
): Readout {
  const machine = headOf(oracle, rows[0]?.length ?? 1);
  const trace = machine.trace(rows.length);
  const params = {
    W_hy: matrix(oracle.params?.['readout.weight']),
    b_y: vector(oracle.params?.['readout.bias']),
  };
  const targets = targetRows(oracle, example, machine.layout.length('d'), rows.length);
  fill(machine, trace, { params, inputs: targets, targets });
  trace.lossWeights.set(lossWeights(oracle, rows.length, example), 1);
  rows.forEach((row, index) => trace.value('h', index + 1).set(row));
  for (let t = 1; t <= rows.length; t++) machine.step(trace, t);
  seedLoss(trace);
  for (let t = rows.length; t >= 1; t--) machine.pullback(trace, t);
  return {
    trace,
    loss: trace.loss(),
    outputGrads: rows.map((_, index) => [...trace.grad('h', index + 1)]),
  };
}

function headOf({ loss, config }: OracleCase, width: number): Machine {
  const head = loss?.kind.startsWith('readout_ce') === true ? softmaxHead : linearHead;
  return compile(head, { H: width, K: scalar(config?.['O']) });
}

/** Class targets become one-hot rows; a target of the last step alone is repeated and weighs 0 elsewhere. */
function targetRows(
  { loss }: OracleCase,
  example: number,
  classes: number,
  length: number,
): number[][] {
  const targets = loss?.targets;
  const isLast = loss?.kind.endsWith('_last') === true;
  return Array.from({ length }, (_, t) => {
    const at = isLast ? list(targets)[example] : list(list(targets)[t])[example];
    return targetRow(at, classes);
  });
}

function targetRow(target: Tensor | undefined, classes: number): number[] {
  if (typeof target !== 'number') return vector(target);
  return Array.from({ length: classes }, (_, k) => (k === target ? 1 : 0));
}

function lossWeights(
  { loss, config, inputs }: OracleCase,
  length: number,
  example: number,
): number[] {
  const kind = loss?.kind ?? '';
  const [T, B, O] = [scalar(config?.['T']), scalar(config?.['B']), scalar(config?.['O'])];
  const lengths = inputs['lengths'] === undefined ? undefined : vector(inputs['lengths']);
  const valid = lengths?.[example] ?? T;
  const steps = kind.includes('masked') ? (lengths ?? []).reduce((sum, n) => sum + n, 0) : T * B;
  const weight = (): number => {
    // the engine's squared error has a factor ½ that a mean squared error does not
    if (kind.startsWith('readout_mse')) return 2 / (kind.endsWith('_last') ? B * O : T * B * O);
    if (kind === 'readout_ce_last') return 1 / B;
    return MEANS.test(kind) ? 1 / steps : 1;
  };
  return Array.from({ length }, (_, t) => {
    if (kind.endsWith('_last')) return t === T - 1 ? weight() : 0;
    return kind.includes('masked') && t >= valid ? 0 : weight();
  });
}
