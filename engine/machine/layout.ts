import type { Program, Quantity, Shape, Size } from '../program/types.ts';

/** Where each quantity of a program lies: [ parameters | frame 0 | … | frame T ]. */
export interface Layout {
  readonly sizes: Readonly<Record<string, number>>;
  readonly thetaSize: number;
  readonly frameSize: number;
  /** Parameters by offset in theta, timed quantities by offset in a frame. */
  offset(name: string): number;
  rows(name: string): number;
  columns(name: string): number;
  /** rows × columns. */
  length(name: string): number;
}

interface Slot {
  readonly offset: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Lays a program out for given sizes, for example { D: 2, H: 3 }.
 * Errors: a size that is missing, superfluous, or not a positive integer.
 */
export function layOut(program: Program, sizes: Readonly<Record<string, number>>): Layout {
  const resolve = sizeResolver(program, sizes);
  const slots = new Map<string, Slot>();
  let [thetaSize, frameSize] = [0, 0];
  for (const { name, shape, timed } of program.quantities.values()) {
    const [rows, columns] = [resolve(shape[0]), resolve(shape[1] ?? 1)];
    slots.set(name, { offset: timed ? frameSize : thetaSize, rows, columns });
    if (timed) frameSize += rows * columns;
    else thetaSize += rows * columns;
  }
  const slot = (name: string): Slot => {
    const found = slots.get(name);
    if (found === undefined)
      throw new Error(`${program.name} has no quantity «${name}»; it has ${listNamed(program)}`);
    return found;
  };
  return {
    sizes,
    thetaSize,
    frameSize,
    offset: (name) => slot(name).offset,
    rows: (name) => slot(name).rows,
    columns: (name) => slot(name).columns,
    length: (name) => slot(name).rows * slot(name).columns,
  };
}

const listNamed = (program: Program): string =>
  [...program.quantities.values()]
    .filter(({ formula, name }) => formula === undefined || name.startsWith('a_'))
    .map(({ name }) => name)
    .join(', ');

function sizeResolver(
  program: Program,
  sizes: Readonly<Record<string, number>>,
): (size: Size) => number {
  const needed = new Set([...program.quantities.values()].flatMap(symbolicSizes));
  for (const [name, value] of Object.entries(sizes)) {
    if (!needed.has(name))
      throw new Error(
        `${program.name}: size ${name} = ${value} is not used; sizes are ${[...needed].join(', ') || 'none'}`,
      );
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`${program.name}: size ${name} is ${value}; expected a whole number ≥ 1`);
  }
  return (size) => {
    if (typeof size === 'number') return size;
    const value = sizes[size];
    if (value === undefined)
      throw new Error(
        `${program.name}: size ${size} is missing; give { ${[...needed].map((name) => `${name}: …`).join(', ')} }`,
      );
    return value;
  };
}

const symbolicSizes = ({ shape }: Quantity): string[] =>
  (shape as Shape as readonly Size[]).filter((size): size is string => typeof size === 'string');
