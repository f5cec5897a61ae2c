import type {
  AskedParameter,
  NetworkCase,
  NetworkExercise,
  NetworkMistake,
  ProgramText,
  Sentence,
} from '#components/lib/exercise.ts';
import { short } from '#components/lib/format.ts';
import { compile, encodeQuotes, show, symbol, type Numbers, type Program } from '#engine/index.ts';
import { programNamed } from './experiments.ts';
import type { NetworkFields } from './network-schema.ts';

type Case = NetworkFields['cases'][number];
type Want = Case['wants'][number];

/** Everything of a network exercise that the other kinds do not have. */
type Built = Pick<
  NetworkExercise,
  'program' | 'sizes' | 'params' | 'asked' | 'numbers' | 'within' | 'cases' | 'mistakes'
>;

/**
 * Returns what the page needs to run the network of an exercise.
 * Errors: an unknown program; a parameter that is neither given nor asked, or both.
 */
export function builtNetwork(
  id: string,
  fields: NetworkFields,
  sentence: (text: string) => Sentence,
): Built {
  const { sizes, given, asked, numbers, within } = fields;
  const program = programNamed(fields.program);
  const { layout } = compile(program, sizes);
  const names = [...program.quantities.values()].filter(({ role }) => role === 'param');
  const params: Record<string, readonly number[]> = {};
  for (const { name } of names) {
    const set = given[name];
    if ((set === undefined) !== asked.includes(name))
      throw new Error(`exercise ${id}: «${name}» must be either given or asked`);
    params[name] = set === undefined ? Array<number>(layout.length(name)).fill(0) : flat(set);
  }
  const parameter = (name: string): AskedParameter => {
    if (!(name in params)) throw new Error(`exercise ${id}: no parameter «${name}» to ask for`);
    const [rows, columns] = [layout.rows(name), layout.columns(name)];
    return { name, label: sentence(`$${symbol(name)}$`), rows, columns };
  };
  return {
    program: asText(program),
    sizes,
    params,
    asked: asked.map(parameter),
    numbers: { from: numbers.from, to: numbers.to, isWhole: numbers.whole },
    within,
    cases: fields.cases.map((one) => caseOf(one, fields.start, sentence)),
    mistakes: fields.mistakes.map((mistake) => mistakeOf(mistake, sentence)),
  };
}

/** The numbers of a right answer as a reader types them, field by field. */
export const typedAnswer = ({ asked, answer }: Pick<NetworkFields, 'asked' | 'answer'>): string[] =>
  asked.flatMap((name) => flat(answer[name] ?? []).map(String));

/** A program as text that `define` reads back to the same program. */
export function asText(program: Program): ProgramText {
  const quantities = [...program.quantities.values()];
  const shapes = quantities
    .filter(({ timed, formula, shape }) => timed && formula === undefined && shape[0] !== 'H')
    .map(({ name, shape }) => [name, shape[0]] as const);
  return {
    name: program.name,
    equations: show(program.equations),
    shapes: Object.fromEntries(shapes),
    state: program.state,
    output: quantities.find(({ role }) => role === 'output')?.name ?? '',
  };
}

/** Steps that are shown one by one; a longer case is told by its name. */
const SHOWN = 14;

function caseOf(
  one: Case,
  start: NetworkFields['start'],
  sentence: (text: string) => Sentence,
): NetworkCase {
  const items = encodeQuotes(one.text ?? '');
  const read = one.inputs ?? Array<number>(one.steps ?? 0).fill(0);
  const inputs = one.text === undefined ? read : items.map(({ x }) => x);
  const lamps = [...(one.lamp ?? '')].map((lamp) => (lamp === '-' ? null : Number(lamp)));
  const truth = one.lamp === undefined ? items.map(({ inside }) => inside) : lamps;
  const reads = one.inputs?.map(short) ?? items.map(({ character }) => character);
  const initial = Object.entries({ ...start, ...one.start });
  return {
    name: one.name === undefined ? [] : sentence(one.name),
    reads: reads.length <= SHOWN ? reads : [],
    inputs: inputs.map((x) => [x]),
    initial: Object.fromEntries(initial.map(([name, numbers]) => [name, flat(numbers)])),
    wanted: one.answers ?? truth,
    wants: one.wants.map((want) => wantOf(want, sentence)),
  };
}

const wantOf = (
  { what, of, t, i, by, above, below }: Want,
  sentence: (text: string) => Sentence,
): NetworkCase['wants'][number] => ({
  what: sentence(what),
  of: { name: of, t, i },
  by: by === undefined ? undefined : { name: by.name, t: by.t, i: by.i },
  above,
  below,
});

/** What is near a number lies between its neighbours, half a hundredth away. */
const NEAR = 0.005;

const mistakeOf = (
  { of, near, above, below, say }: NetworkFields['mistakes'][number],
  sentence: (text: string) => Sentence,
): NetworkMistake => ({
  of,
  above: near === undefined ? (above ?? -1e9) : near - NEAR,
  below: near === undefined ? (below ?? 1e9) : near + NEAR,
  say: sentence(say),
});

const flat = (numbers: Numbers): number[] =>
  typeof numbers === 'number' ? [numbers] : numbers.flat();
