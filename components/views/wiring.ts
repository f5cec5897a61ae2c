import { partsOf, type Part } from './anatomy.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A layer of the diagram: where its nodes stand, and its name beside them. */
export interface Layer {
  readonly q: string;
  readonly lag: 0 | 1;
  readonly nodes: readonly Point[];
}

/** Time runs from left to right, depth from bottom to top; the units stand askew so that wires part. */
export const layers: readonly Layer[] = [
  {
    q: 'h',
    lag: 1,
    nodes: [
      { x: 34, y: 84 },
      { x: 34, y: 156 },
      { x: 34, y: 228 },
    ],
  },
  {
    q: 'x',
    lag: 0,
    nodes: [
      { x: 196, y: 322 },
      { x: 318, y: 322 },
    ],
  },
  {
    q: 'h',
    lag: 0,
    nodes: [
      { x: 366, y: 84 },
      { x: 278, y: 156 },
      { x: 188, y: 228 },
    ],
  },
  {
    q: 'y',
    lag: 0,
    nodes: [
      { x: 232, y: 16 },
      { x: 330, y: 16 },
    ],
  },
];

/** A wire carries one number times one weight; blue through time, black within the step. */
export interface Wire {
  readonly part: Part;
  readonly from: Point;
  readonly to: Point;
  readonly isThroughTime: boolean;
}

const nodeOf = (q: string, lag: 0 | 1, i: number): Point =>
  layers.find((layer) => layer.q === q && layer.lag === lag)?.nodes[i - 1] ?? { x: 0, y: 0 };

/** Every weight as a wire. */
export const wires: readonly Wire[] = [
  { q: 'W_xh', from: 'x', lag: 0, to: 'h' },
  { q: 'W_hh', from: 'h', lag: 1, to: 'h' },
  { q: 'W_hy', from: 'h', lag: 0, to: 'y' },
].flatMap(({ q, from, lag, to }) =>
  partsOf(q)
    .flat()
    .map((part) => ({
      part,
      from: nodeOf(from, lag === 1 ? 1 : 0, part.j ?? 1),
      to: nodeOf(to, 0, part.i ?? 1),
      isThroughTime: lag === 1,
    })),
);

/** Every bias, as a small knot at its node. */
export const biases: readonly { readonly part: Part; readonly at: Point }[] = [
  { q: 'b_h', node: 'h', dx: 33, dy: 17 },
  { q: 'b_y', node: 'y', dx: 37, dy: 4 },
].flatMap(({ q, node, dx, dy }) =>
  partsOf(q)
    .flat()
    .map((part) => {
      const { x, y } = nodeOf(node, 0, part.i ?? 1);
      return { part, at: { x: x + dx, y: y + dy } };
    }),
);
