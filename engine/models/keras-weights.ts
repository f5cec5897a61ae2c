import { layOut } from '../machine/layout.ts';
import { quoted } from '../program/errors.ts';
import type { Program } from '../program/types.ts';
import { fromKeras, keras } from './layouts.ts';
import type { Tensor } from './state-dict.ts';

/** What Keras lists as `weight.path` or `weight.name`, with the numbers. */
export type KerasWeights = Readonly<Record<string, Tensor>>;

/** One layer's parameters and lengths. */
export interface KerasImport {
  readonly sizes: Readonly<Record<string, number>>;
  readonly params: Readonly<Record<string, number[]>>;
}

type Rows = readonly (readonly number[])[];

/**
 * Returns a recurrent layer that Keras saved, by its path: «lstm/lstm_cell». `path` may be left out where the
 * model has one such layer; its weights are path/kernel, path/recurrent_kernel, path/bias, with or without
 * «:0». Errors: no or several such layers, a kernel of another shape than the cell's.
 */
export function fromKerasWeights(
  cell: Program,
  weights: KerasWeights,
  path = onlyPath(cell, weights),
): KerasImport {
  const kernel = rowsAt(weights, path, 'kernel');
  const recurrentKernel = rowsAt(weights, path, 'recurrent_kernel');
  const bias = at(weights, path, 'bias');
  const H = recurrentKernel.length;
  const gates = keras[cell.name]?.['kernel']?.length;
  if (gates === undefined)
    throw new Error(`Keras has no «${cell.name}» here; there are ${quoted(Object.keys(keras))}`);
  if (recurrentKernel[0]?.length !== gates * H || kernel[0]?.length !== gates * H)
    throw new Error(
      `${cell.name}: «${path}/recurrent_kernel» is ${H} × ${recurrentKernel[0]?.length}; ` +
        `expected ${H} × ${gates * H}, ${gates} blocks; is it another cell?`,
    );
  const sizes = { D: kernel.length, H };
  const layout = layOut(cell, sizes);
  const layer = { kernel, recurrentKernel, ...(bias === undefined ? {} : { bias }) };
  return { sizes, params: fromKeras(cell.name, layout, layer) };
}

/** Returns a dense layer as the readout of a head. Errors: no such weights. */
export function fromKerasDense(
  weights: KerasWeights,
  path: string,
): { readonly W_hy: number[][]; readonly b_y: number[] } {
  const kernel = rowsAt(weights, path, 'kernel');
  const width = kernel[0]!.length;
  const bias = (at(weights, path, 'bias') as readonly number[] | undefined) ?? [];
  return {
    // Keras has a row per input
    W_hy: Array.from({ length: width }, (_, k) => kernel.map((row) => row[k]!)),
    b_y: Array.from({ length: width }, (_, k) => bias[k] ?? 0),
  };
}

const at = (weights: KerasWeights, path: string, part: string): Tensor | undefined =>
  weights[`${path}/${part}`] ?? weights[`${path}/${part}:0`];

function rowsAt(weights: KerasWeights, path: string, part: string): Rows {
  const found = at(weights, path, part);
  if (found === undefined)
    throw new Error(`«${path}/${part}» is missing; there are ${quoted(Object.keys(weights))}`);
  if (!Array.isArray(found[0]))
    throw new Error(`«${path}/${part}» is a list of numbers; expected a list of rows`);
  return found as Rows;
}

function onlyPath(cell: Program, weights: KerasWeights): string {
  const paths = Object.keys(weights).flatMap((name) => {
    const found = /^(.*)\/recurrent_kernel(?::0)?$/.exec(name);
    return found?.[1] === undefined ? [] : [found[1]];
  });
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    throw new Error(
      `${cell.name}: ${paths.length === 0 ? 'no recurrent layer' : `recurrent layers ${quoted(paths)}`} ` +
        `among ${quoted(Object.keys(weights))}; say which as the path`,
    );
  return path;
}
