import type { Signature } from './op.ts';
import type { Shape, Size } from './types.ts';

/** Returns what an operation of several lengths needs to know of them; a length that nothing says is H. */
export function signature(inputs: Signature['inputs'], out: Signature['out']): Signature {
  return {
    inputs,
    out,
    argumentShapes(known, rows) {
      const lengths = new Map<string, Size>();
      const learn = (letter: string, size: Size | undefined): void => {
        if (size !== undefined && !lengths.has(letter)) lengths.set(letter, size);
      };
      inputs.forEach((letters, n) =>
        letters.forEach((letter, axis) => learn(letter, known[n]?.[axis])),
      );
      const [whole] = out;
      if (out.length === 1 && whole !== undefined) learn(whole, rows);
      const sizeOf = (letter: string): Size => lengths.get(letter) ?? 'H';
      return inputs.map((letters) => letters.map(sizeOf) as unknown as Shape);
    },
    measure(shapes, rows) {
      const lengths = new Map<string, number>();
      inputs.forEach((letters, n) =>
        letters.forEach((letter, axis) => lengths.set(letter, shapes[n]![axis]!)),
      );
      const total = out.reduce((sum, letter) => sum + lengths.get(letter)!, 0);
      if (total !== rows) return `the result has length ${total}; its name has ${rows}`;
      return { i: lengths.get('i')!, j: lengths.get('j')! };
    },
  };
}
