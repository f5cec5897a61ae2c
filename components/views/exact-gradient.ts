import { encodeQuotes } from '#engine/index.ts';
import { bigNumbers } from '#engine/symbolic/arithmetic.ts';
import { playExact } from '#engine/symbolic/exact.ts';
import { plain } from './digits.ts';
import { NAMES, type Journey, type WeightName } from './four-roads.ts';
import { lampMachine, START } from './lamp.ts';

/** The five gradients with all their digits. */
export type ExactGradients = Readonly<Record<WeightName, string>>;

/** The fourth road: the same equations in numbers of 64 digits. Loads mathjs. */
export async function exactGradients({ weights, text }: Journey): Promise<ExactGradients> {
  const arithmetic = await bigNumbers(64);
  const items = encodeQuotes(text);
  const { w, u, b, a, c } = weights;
  const exact = playExact(
    lampMachine,
    {
      params: { w, u, b, a, c },
      initial: { h: START },
      inputs: items.map(({ x }) => x),
      targets: items.map(({ inside }) => inside),
    },
    arithmetic,
  );
  const shown = (name: WeightName): string => {
    const [value] = exact.grad(name);
    return value === undefined ? '' : plain(arithmetic.show(value));
  };
  return Object.fromEntries(NAMES.map((name) => [name, shown(name)])) as Record<WeightName, string>;
}
