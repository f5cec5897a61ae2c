import {
  gru,
  gruResetBefore,
  leakyOutput,
  leakyPotential,
  lstm,
  lstm1997,
  lstmCoupled,
  lstmPeephole,
  lstmProjected,
  rnn,
  rnnLinear,
  rnnRelu,
  withFunctions,
  type Program,
} from '#engine/index.ts';
import { pytorch, type Blocks } from '#engine/models/pytorch.ts';
import { opOf } from '#engine/program/ops.ts';
import type { OracleCase } from './schema.ts';

/** How a cell of the reference files is said in the engine. */
export interface CellAdapter {
  readonly program: Program;
  /** The function that a case's `activation` replaces. */
  readonly activation: string;
  /** The engine's parameters under the reference's names, less the suffix of layer and direction. */
  readonly blocks: Blocks;
  /** The engine's states by the reference's names of their first values. */
  readonly initial: Readonly<Record<string, string>>;
}

const H0 = { h0: 'h' };
const H0_C0 = { h0: 'h', c0: 'c' };

/** Single biases are called `bias` in these files; no cell has `bias` and `bias_ih` at once. */
const withBias = (blocks: Blocks): Blocks => ({ ...blocks, bias: blocks['bias_ih'] ?? [] });

const rows = (letters: readonly string[]): Blocks =>
  withBias({
    weight_ih: letters.map((letter) => `W_x${letter}`),
    weight_hh: letters.map((letter) => `W_h${letter}`),
    bias_ih: letters.map((letter) => `b_${letter}`),
    bias_hh: letters.map((letter) => `b_${letter}`),
  });

const peepholes = { peep_i: ['p_i'], peep_f: ['p_f'], peep_o: ['p_o'] };

const known = (program: Program, initial: CellAdapter['initial'] = H0): CellAdapter => ({
  program,
  activation: 'tanh',
  blocks: withBias(pytorch[program.name] ?? rows(['h'])),
  initial,
});

/** The adapters by the reference's name of a cell. */
const adapters: ReadonlyMap<string, CellAdapter> = new Map<string, CellAdapter>([
  ['rnn_tanh', known(rnn)],
  ['rnn_relu', { ...known(rnnRelu), activation: 'relu' }],
  ['linear', { ...known(rnnLinear), activation: 'identity' }],
  ['lstm', known(lstm, H0_C0)],
  ['lstm_proj', known(lstmProjected, H0_C0)],
  [
    'lstm_peephole',
    { ...known(lstmPeephole, H0_C0), blocks: { ...rows(['i', 'f', 'g', 'o']), ...peepholes } },
  ],
  ['lstm_noforget', { ...known(lstm1997, H0_C0), blocks: rows(['i', 'g', 'o']) }],
  ['lstm_cifg', { ...known(lstmCoupled, H0_C0), blocks: rows(['i', 'g', 'o']) }],
  ['gru', known(gru)],
  ['gru_reset_before', { ...known(gruResetBefore), blocks: rows(['r', 'z', 'n']) }],
  ['leaky_output', { ...known(leakyOutput), blocks: { ...rows(['h']), alpha: ['alpha'] } }],
  [
    'leaky_potential',
    { ...known(leakyPotential, { u0: 'u' }), blocks: { ...rows(['h']), alpha: ['alpha'] } },
  ],
]);

/** True where the engine has the reference's cell. */
export const isKnownCell = (cell: string): boolean => adapters.has(cell);

/** What a case may switch. */
type Config = NonNullable<OracleCase['config']>;

/** Returns the adapter of a cell with the activations that the case's switches ask for. */
export function adapterOf(cell: string, config: Config): CellAdapter {
  const isProjected = cell === 'lstm' && Number(config['proj'] ?? 0) > 0;
  const adapter = adapters.get(isProjected ? 'lstm_proj' : cell);
  if (adapter === undefined) throw new Error(`cell «${cell}» is not in the engine`);
  return { ...adapter, program: switched(adapter, config) };
}

/** Returns the adapter's program with the activations of a case. */
export function switched(
  { program, activation }: Pick<CellAdapter, 'program' | 'activation'>,
  config: Config,
): Program {
  const used = new Set(program.steps.map(({ op }) => op));
  const wanted: [string, unknown][] = [
    ['sigmoid', config['recurrent_activation']],
    [activation, config['activation']],
  ];
  const functions = wanted.filter(
    (pair): pair is [string, string] =>
      used.has(pair[0]) && typeof pair[1] === 'string' && pair[1] !== 'n/a',
  );
  return withFunctions(
    program,
    Object.fromEntries(functions.map(([from, to]) => [from, opOf(to)])),
  );
}
