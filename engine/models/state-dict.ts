import { layOut } from '../machine/layout.ts';
import { nearest, quoted } from '../program/errors.ts';
import type { Program } from '../program/types.ts';
import { pack, pytorch, unpack, type Blocks } from './pytorch.ts';

/** A matrix by rows, or a vector. */
export type Tensor = readonly number[] | readonly (readonly number[])[];

/** What `model.state_dict()` holds, as nested lists by name. */
export type StateDict = Readonly<Record<string, Tensor>>;

/** Recurrent layers out of another library, as the engine's parameters. */
export interface ImportedLayers {
  /** Lengths of the first layer: D inputs, H states, C cells of a projected LSTM. */
  readonly sizes: Readonly<Record<string, number>>;
  /** By layer, then by direction: forwards, and backwards if there is one. */
  readonly layers: readonly (readonly Readonly<Record<string, number[]>>[])[];
  /** Names of tensors that belong to other parts of the model. */
  readonly others: readonly string[];
}

/** Before the name: where the layer sits in the model. Behind it: number of the layer, and its direction. */
const NAME = /^(.*?)(weight_ih|weight_hh|weight_hr|bias_ih|bias_hh)(?:_l(\d+)(_reverse)?)?$/;

/**
 * Returns the layers that PyTorch saved for a cell, nn.LSTM or nn.LSTMCell alike. `prefix` is where they sit, for
 * example 'encoder.'; the default is the only place there is. Errors: a cell that PyTorch does not have,
 * several places, a missing tensor, one of another shape than the cell's.
 */
export function fromStateDict(cell: Program, dict: StateDict, prefix?: string): ImportedLayers {
  const blocks = blocksOf(cell);
  const place = prefix ?? onlyPlace(cell, Object.keys(dict));
  const own = Object.entries(dict).flatMap(([name, tensor]) => {
    const [, at, part = '', layer = '0', reverse] = NAME.exec(name) ?? [];
    return at === place ? [{ name, tensor, part, key: `l${layer}${reverse ?? ''}` }] : [];
  });
  if (own.length === 0)
    throw new Error(
      `${cell.name}: nothing under «${place}»; there are ${quoted(Object.keys(dict))}`,
    );
  const find = (key: string, part: string): Tensor | undefined =>
    own.find((tensor) => tensor.key === key && tensor.part === part)?.tensor;
  const count = new Set(own.map(({ key }) => key.replace('_reverse', ''))).size;
  const directions = own.some(({ key }) => key.endsWith('_reverse')) ? ['', '_reverse'] : [''];
  const read = (l: number, direction: string): Imported =>
    readLayer(cell, blocks, place, `l${l}${direction}`, find);
  const layers = Array.from({ length: count }, (_, l) => directions.map((d) => read(l, d)));
  const names = new Set(own.map(({ name }) => name));
  return {
    sizes: layers[0]![0]!.sizes,
    layers: layers.map((layer) => layer.map(({ params }) => params)),
    others: Object.keys(dict).filter((name) => !names.has(name)),
  };
}

/** Returns one layer's parameters, or gradients, under PyTorch's names, row by row. */
export const toStateDict = (
  cell: Program,
  params: Readonly<Record<string, readonly number[]>>,
  key = 'l0',
): Record<string, number[]> =>
  Object.fromEntries(
    // one bias is shared out: PyTorch adds its two
    Object.entries(pack(blocksOf(cell), (name) => params[name]!)).map(([name, numbers]) => [
      `${name}_${key}`,
      name === 'bias_hh' ? secondBias(cell, numbers) : numbers,
    ]),
  );

function secondBias(cell: Program, numbers: readonly number[]): number[] {
  const size = numbers.length / blocksOf(cell)['bias_hh']!.length;
  // what the first bias has already is not said twice; b_hn of a GRU is inside the reset and stays
  const isOwn = blocksOf(cell)['bias_hh']!.map(
    (part) => !blocksOf(cell)['bias_ih']!.includes(part),
  );
  return numbers.map((value, i) => (isOwn[Math.floor(i / size)] === true ? value : 0));
}

interface Imported {
  readonly sizes: Readonly<Record<string, number>>;
  readonly params: Record<string, number[]>;
}

function readLayer(
  cell: Program,
  blocks: Blocks,
  place: string,
  key: string,
  find: (key: string, part: string) => Tensor | undefined,
): Imported {
  const [input, recurrent, projection] = ['weight_ih', 'weight_hh', 'weight_hr'].map((part) =>
    shapeOf(find(key, part)),
  );
  if (input === undefined || recurrent === undefined)
    throw new Error(
      `${cell.name}: «${place}${input === undefined ? 'weight_ih' : 'weight_hh'}_${key}» is missing`,
    );
  const gates = blocks['weight_ih']!.length;
  const hidden = recurrent[1];
  const cells = projection?.[1] ?? hidden;
  if (input[0] !== gates * cells || recurrent[0] !== gates * cells)
    throw new Error(
      `${cell.name}: «${place}weight_hh_${key}» is ${recurrent.join(' × ')} and weight_ih is ${input.join(' × ')}; ` +
        `expected ${gates} blocks of ${cells} rows; is it another cell?`,
    );
  const isProjected = blocks['weight_hr'] !== undefined;
  const sizes = { D: input[1], H: hidden, ...(isProjected ? { C: cells } : {}) };
  const layout = layOut(cell, sizes);
  return { sizes, params: unpack(layout, blocks, (part) => flat(find(key, part))) };
}

function blocksOf(cell: Program): Blocks {
  const blocks = pytorch[cell.name];
  if (blocks === undefined)
    throw new Error(`PyTorch has no «${cell.name}»; it has ${quoted(Object.keys(pytorch))}`);
  return blocks;
}

/** Where recurrent layers sit. Errors: nowhere, or at several places. */
function onlyPlace(cell: Program, names: readonly string[]): string {
  const places = new Set(
    names.flatMap((name) => {
      const found = NAME.exec(name);
      return found === null ? [] : [found[1]!];
    }),
  );
  const [place] = places;
  if (place === undefined) {
    const near = names.filter((name) => nearest('weight_ih_l0', [name]).length > 0);
    throw new Error(
      `${cell.name}: no «weight_ih_l0» among ${quoted(names)}` +
        (near.length > 0 ? `; is it ${quoted(near)}?` : ''),
    );
  }
  if (places.size > 1)
    throw new Error(
      `${cell.name}: recurrent layers sit at ${quoted(places)}; say which as the prefix`,
    );
  return place;
}

const isRows = (tensor: Tensor): tensor is readonly (readonly number[])[] =>
  Array.isArray(tensor[0]);

const shapeOf = (tensor: Tensor | undefined): readonly [number, number] | undefined =>
  tensor === undefined ? undefined : [tensor.length, isRows(tensor) ? tensor[0]!.length : 1];

const flat = (tensor: Tensor | undefined): readonly number[] | undefined =>
  tensor === undefined ? undefined : isRows(tensor) ? tensor.flat() : tensor;
