import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bptt, cells, compile, join, softmaxHead } from '#engine/index.ts';
import { javascript } from '#engine/kernels/javascript.ts';
import type { Storage } from '#engine/kernels/kernel.ts';
import { webAssembly } from '#engine/kernels/webassembly.ts';
import { rng } from '#engine/math/index.ts';
import { bitsOf, byDefinition, NAMES } from './defined-products.ts';

/** Numbers of the matrix, then of each of the frames: a vector, and what is made of it. */
const MATRIX = 6000;
const VECTOR = 600;
const FRAME = 650;
const SIZE = MATRIX + 7 * FRAME;

/** A product over some frames, forward or backward in time. */
const call = fc.record({
  name: fc.constantFrom(...NAMES),
  rows: fc.integer({ min: 1, max: 40 }),
  columns: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(511, 513, 600)),
  frames: fc.integer({ min: 1, max: 7 }),
  isBackward: fc.boolean(),
  isOneHot: fc.boolean(),
  seed: fc.integer(),
});
type Call = typeof call extends fc.Arbitrary<infer Value> ? Value : never;

/** Storage with the numbers of a seed: some 0, some −0, over many orders of size. */
function filled(allocate: (size: number) => Storage, { seed, isOneHot }: Call): Storage {
  const storage = allocate(SIZE);
  const random = rng(seed).stream('kernels');
  const draw = (): number => {
    const kind = random.uniform();
    if (kind < 0.05) return kind < 0.02 ? -0 : 0;
    return (2 * random.uniform() - 1) * (kind < 0.1 ? 1e-200 : kind < 0.15 ? 1e100 : 1);
  };
  for (let n = 0; n < SIZE; n++) storage.values[n] = draw();
  // gradients come out of sums that begin at +0 and so are never −0
  for (let n = 0; n < SIZE; n++) storage.grads[n] = 0 + draw();
  if (isOneHot)
    for (let frame = 0; frame < 7; frame++) {
      const start = MATRIX + frame * FRAME;
      storage.values.fill(0, start, start + VECTOR);
      storage.values[start + random.integer(0, 7)] = 1;
    }
  return storage;
}

function apply({ kernel }: Storage, { name, rows, columns, frames, isBackward }: Call): void {
  const height = Math.min(rows, Math.floor(MATRIX / columns));
  const first = MATRIX + (isBackward ? (frames - 1) * FRAME : 0);
  const stride = isBackward ? -FRAME : FRAME;
  kernel[name](first + VECTOR, 0, first, height, columns, frames, stride);
}

for (const [name, allocate] of Object.entries({ javascript, webAssembly }))
  describe(`the products of ${name}`, () => {
    test('have, over random shapes and frames, the bits that their definitions have', () => {
      fc.assert(
        fc.property(call, (drawn) => {
          const [found, expected] = [filled(allocate, drawn), filled(byDefinition, drawn)];
          apply(found, drawn);
          apply(expected, drawn);
          const [bits, others] = [bitsOf(found), bitsOf(expected)];
          return bits.every((part, n) => part.equals(others[n]!));
        }),
        { seed: 1, numRuns: 120 },
      );
    });
  });

describe('webAssembly(size)', () => {
  test('takes the kernel for large storage and JavaScript for small', () => {
    expect(webAssembly(100_000).kernel.name).toBe('webassembly');
    expect(webAssembly(100).kernel.name).toBe('javascript');
  });

  test('leaves every program the bits that JavaScript leaves step by step', () => {
    for (const cell of cells.filter(({ quantities }) => !quantities.has('o'))) {
      const program = join(cell, softmaxHead);
      const used = new Set([...program.quantities.values()].flatMap(({ shape }) => [...shape]));
      const sizes = Object.fromEntries(
        Object.entries({ D: 19, H: 24, K: 11, C: 13 }).filter(([size]) => used.has(size)),
      );
      const traces = [javascript, javascript, webAssembly].map((allocate, index) => {
        const machine = compile(program, sizes, allocate);
        const trace = machine.trace(40, 3);
        const random = rng(3).stream(cell.name);
        for (let n = 0; n < trace.values.length; n++)
          trace.values[n] = 0.2 + 0.1 * random.uniform();
        if (index === 0) for (let t = 1; t <= 40; t++) machine.step(trace, t);
        else machine.steps(trace, 1, 40);
        bptt(machine, trace);
        return trace;
      });
      const [inTurn, ...others] = traces.map(bitsOf);
      for (const other of others)
        for (const [n, bits] of other.entries())
          expect(bits.equals(inTurn![n]!), cell.name).toBe(true);
    }
  });
});
