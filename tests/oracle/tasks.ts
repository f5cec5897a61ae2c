import { compile, gru, lstm, lstmProjected, rnn, type Program } from '#engine/index.ts';
import { pytorch } from '#engine/models/pytorch.ts';
import { productOfTwo, scaledSum, sumOfTwo } from '#engine/tasks/adding.ts';
import { copyBaseline } from '#engine/tasks/copy-memory.ts';
import { meanSyllable, SYLLABLES } from '#engine/tasks/elman-letters.ts';
import { sourceBounds, syllableSource, xorSource } from '#engine/tasks/finite-source.ts';
import { enumerate, facts, type Edge, type Grammar } from '#engine/tasks/grammar.ts';
import { embedded, withBegin } from '#engine/tasks/reber.ts';
import { scalar, type Computed, type Leaf, type OracleCase } from './schema.ts';

/** Facts of a grammar that is given by its arrows, and of the grammar that embeds it. */
export function runGrammar({ inputs, outputs = {} }: OracleCase): Computed {
  const edges = inputs['edges'] as unknown as readonly Edge[];
  const grammar = withBegin({ edges, end: scalar(inputs['end_node']) });
  const longest = scalar(inputs['max_length']);
  const [own, outer] = [facts(grammar), facts(embedded(grammar))];
  const strings = enumerate(grammar, longest);
  const lengths = [...new Set(strings.map(({ symbols }) => symbols.length))];
  const shortest = strings.slice(0, (outputs['shortest'] as readonly Leaf[] | undefined)?.length);
  return new Map<string, Leaf>([
    [
      'outputs.strings_by_length',
      lengths.map((length) => {
        const same = strings.filter(({ symbols }) => symbols.length === length);
        return [length, same.length, same.reduce((sum, { chance }) => sum + chance, 0)];
      }),
    ],
    ['outputs.shortest', shortest.map(({ symbols, chance }) => [symbols.join(''), chance])],
    ['outputs.expected_length_with_B_and_E', own.length],
    ['outputs.expected_binary_choices', own.choices],
    ['outputs.entropy_nats_per_string', own.entropy],
    ['outputs.embedded_expected_length', outer.length],
    ['outputs.embedded_entropy_nats_per_string', outer.entropy],
    // B, T or P, the shortest string, T or P, E
    ['outputs.embedded_shortest_length', shortestLength(embedded(grammar))],
  ]);
}

/** The length of the shortest string, by looking for longer and longer ones. */
function shortestLength(grammar: Grammar): number {
  for (let length = 1; ; length++) if (enumerate(grammar, length).length > 0) return length;
}

/** What is best without memory, or at all. */
export function runBaselines({ outputs = {} }: OracleCase): Computed {
  const copies = Object.keys(outputs).flatMap((name): [string, Leaf][] => {
    const sizes = /^copy_memory_(\d+)_symbols_of_(\d+)_blank_(\d+)_/.exec(name);
    if (sizes === null) return [];
    const [symbols = 0, kinds = 0, blanks = 0] = sizes.slice(1).map(Number);
    return [[`outputs.${name}`, copyBaseline({ symbols, kinds, blanks })]];
  });
  const xor = sourceBounds(xorSource);
  const letters = sourceBounds(syllableSource(Object.values(SYLLABLES)));
  return new Map<string, Leaf>([
    ['outputs.adding_u01_sum_mse_of_predicting_the_mean', sumOfTwo.blindError],
    [
      'outputs.adding_hs1997_target_half_plus_quarter_sum_of_two_uniform_pm1_variance',
      scaledSum.blindError,
    ],
    ['outputs.multiplication_product_of_two_u01_variance', productOfTwo.blindError],
    ['outputs.temporal_xor_best_mean_cross_entropy_nats_per_bit', xor.crossEntropy],
    // a bit is one line, where a one-hot row has two
    ['outputs.temporal_xor_best_mean_squared_error_per_bit', xor.squaredError / 2],
    ['outputs.elman_letters_mean_syllable_length', meanSyllable],
    ['outputs.elman_letters_best_mean_cross_entropy_nats_per_letter', letters.crossEntropy],
    ...copies,
  ]);
}

const CELLS: Readonly<Record<string, Program>> = { rnn, lstm, gru };

/** How many parameters layers have, as PyTorch stores them and with one bias a gate. */
export function runCounts({ outputs = {} }: OracleCase): Computed {
  const rows = outputs['rows'] as readonly Readonly<Record<string, unknown>>[];
  return new Map(
    rows.flatMap((row, index): [string, Leaf][] => {
      const stored = storedCounts(row);
      const count = (isCounted: (name: string) => boolean): number =>
        stored.reduce((sum, [name, size]) => sum + (isCounted(name) ? size : 0), 0);
      return [
        [`outputs.rows.${index}.torch_parameters_two_biases`, count(() => true)],
        [
          `outputs.rows.${index}.parameters_with_one_bias_vector`,
          count((name) => name !== 'bias_hh'),
        ],
      ];
    }),
  );
}

/** The tensors of all layers and directions, with their sizes. */
function storedCounts(row: Readonly<Record<string, unknown>>): [name: string, size: number][] {
  const [H, projection] = [scalar(row['H']), scalar(row['proj'] ?? 0)];
  const cell = projection > 0 ? lstmProjected : CELLS[String(row['cell'])];
  const directions = row['bidirectional'] === true ? 2 : 1;
  const width = projection > 0 ? projection : H;
  if (cell === undefined) throw new Error(`cell «${String(row['cell'])}» is unknown here`);
  return Array.from({ length: scalar(row['layers']) }, (_, l) => {
    const { layout } = compile(cell as Program, {
      D: l === 0 ? scalar(row['I']) : directions * width,
      H: width,
      ...(projection > 0 ? { C: H } : {}),
    });
    const blocks = Object.entries(pytorch[cell.name] ?? {})
      .filter(([name]) => row['bias'] !== false || !name.startsWith('bias'))
      .map(([name, parts]): [string, number] => [
        name,
        directions * parts.reduce((sum, part) => sum + layout.length(part), 0),
      ]);
    return blocks;
  }).flat();
}
