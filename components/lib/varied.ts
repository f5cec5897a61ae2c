import { rng } from '#engine/math/index.ts';
import { number, short } from './format.ts';
import type { Sentence } from './exercise.ts';
import { evaluate } from './arithmetic.ts';

/** Where a number of a varied exercise is drawn from: from, from + step, … up to `to`. */
export interface Draw {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

export type Draws = Readonly<Record<string, Draw>>;

/** The numbers of an exercise for one seed: the same in the page, in the tool and in the key. */
export function drawn(id: string, draws: Draws, seed: number): Record<string, number> {
  const random = rng(seed);
  return Object.fromEntries(
    Object.entries(draws).map(([name, { from, to, step }]) => {
      const steps = Math.floor((to - from) / step + 1e-9);
      const value = from + step * random.stream(`${id}/${name}`).integer(0, steps);
      // 1.1 and not 1.1000000000000001: what is printed is what is reckoned with
      return [name, Number(value.toPrecision(12))];
    }),
  );
}

/** A question as HTML, with the numbers of one seed; a drawn number is printed as it is. */
export const asked = (question: Sentence, numbers: Readonly<Record<string, number>>): string =>
  question
    .map((part) => {
      if ('html' in part) return part.html;
      const reckoned = evaluate(part.expression, numbers);
      if ('problem' in reckoned) throw new Error(`«{${part.expression}}»: ${reckoned.problem}`);
      const { value } = reckoned;
      return part.expression in numbers ? short(value) : number(value, part.digits);
    })
    .join('');
