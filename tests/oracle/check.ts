import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAttention } from './attention.ts';
import { isKnownCell } from './cells.ts';
import { differences } from './compare.ts';
import { runJacobians } from './jacobians.ts';
import { runRtrl, runTbptt } from './learning.ts';
import { runClipping, runOptimizer } from './optimizers.ts';
import { primitives } from './primitives.ts';
import { runFullyRecurrent } from './fully-recurrent.ts';
import { runElman, runJordan } from './jordan-elman.ts';
import { runLinear } from './linear.ts';
import { runMtrnn } from './mtrnn.ts';
import { isRecurrent, runRecurrent } from './recurrent.ts';
import { runSeq2seq } from './seq2seq.ts';
import { runBaselines, runCounts, runGrammar } from './tasks.ts';
import { runTraining } from './training.ts';
import type { Computed, OracleCase, OracleFile } from './schema.ts';

export type Verdict =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'skipped'; readonly why: string };

type Runner = (oracle: OracleCase) => Computed;

/** Runners of cases that are not layers of cells, by the reference's name of the cell. */
const RUNNERS: Readonly<Record<string, Runner>> = {
  ...primitives,
  jordan: runJordan,
  jordan_decay: runJordan,
  elman1990: runElman,
  mtrnn: runMtrnn,
  fully_recurrent_wz: runFullyRecurrent,
  linear_rnn: runLinear,
  reber_grammar: runGrammar,
  task_baselines: runBaselines,
  parameter_counts: runCounts,
  attention: runAttention,
  seq2seq: runSeq2seq,
  training: runTraining,
  training_golden: runTraining,
  optimizer: runOptimizer,
  optimizer_tfjs: runOptimizer,
  clip_norm: runClipping,
  clip_value: runClipping,
};

/** Runs one case against the engine. An exception counts as a failure and is told. */
export function check(oracle: OracleCase): Verdict {
  const run = runnerOf(oracle);
  if (run === undefined)
    return { kind: 'skipped', why: `cell «${oracle.cell}» is not in the engine` };
  try {
    const found = differences(oracle, run(oracle));
    return found.length === 0 ? { kind: 'passed' } : { kind: 'failed', why: found.join('; ') };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}

/** True for a case that the engine can run. */
export const isKnown = (oracle: OracleCase): boolean => runnerOf(oracle) !== undefined;

function runnerOf(oracle: OracleCase): Runner | undefined {
  if (oracle.jacobian !== undefined) return runJacobians;
  if (oracle.tbptt !== undefined) return runTbptt;
  if (isRecurrent(oracle)) return runRecurrent;
  if (oracle.rtrl !== undefined && isKnownCell(oracle.cell)) return runRtrl;
  return RUNNERS[oracle.cell];
}

/** Reads every JSON file of a folder. Errors: a folder without cases, a file of another schema. */
export function readCases(
  folder: string,
): { readonly file: string; readonly oracle: OracleCase }[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (files.length === 0)
    throw new Error(`${folder} holds no .json file; expected reference cases`);
  return files.toSorted().flatMap((file) => {
    const content = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Partial<OracleFile>;
    if (content.schema !== 'rnn-oracle/1' || content.cases === undefined)
      throw new Error(`${file}: schema is «${content.schema}»; expected «rnn-oracle/1» with cases`);
    return content.cases.map((oracle) => ({ file, oracle }));
  });
}
