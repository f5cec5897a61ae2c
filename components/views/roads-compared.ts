import { agreement, cutAt, placesFor, powerOfTen, pointMoved, written } from './digits.ts';
import type { Agreement } from './digits.ts';
import { backwards, difference, forwards, NAMES, stepOf } from './four-roads.ts';
import type { Journey, WeightName } from './four-roads.ts';

/** A number of one road, and its digits beside those of the reference. */
export interface Road {
  readonly value: number;
  readonly found: Agreement;
}

/** One gradient, found on all roads. */
export interface Roads {
  readonly bptt: Road;
  readonly rtrl: Road;
  readonly difference: Road;
  /** The reference has 64 digits; otherwise it is the number of backpropagation. */
  readonly isExact: boolean;
  readonly isZero: boolean;
  /** The reference: as many digits as the others have, and the rest. */
  readonly head: string;
  readonly rest: string;
  /** The power of ten behind every number, if one is needed. */
  readonly power: string;
  /** The step that gets most digits right, the largest of several: ten to the minus n. */
  readonly best: { readonly n: number; readonly digits: number };
}

/** Names a setting, so that long numbers are known again. */
export const keyOf = ({ weights, text }: Journey): string =>
  [...NAMES.map((name) => weights[name]), text].join(' ');

/** Enough digits of a float64 to be compared with. */
const LONG = 40;

/** Finds one gradient on all roads and compares digits; `exact` is the long number, if it is known. */
export function compared(
  journey: Journey,
  name: WeightName,
  n: number,
  smallest: number,
  exact: string | undefined,
): Roads {
  const gradient = backwards(journey, name);
  const reference = exact ?? written(gradient, { places: LONG, shift: 0 });
  const places = placesFor(reference);
  const road = (value: number): Road => ({
    value,
    found: agreement(written(value, places), pointMoved(reference, places.shift)),
  });
  const bptt = road(gradient);
  const [head, rest] = cutAt(reference, places);
  const steps = Array.from({ length: smallest }, (_, i) => i + 1);
  const best = steps
    .map((step) => ({
      n: step,
      digits: road(difference(journey, name, stepOf(step))).found.digits,
    }))
    .reduce((most, one) => (one.digits > most.digits ? one : most));
  return {
    bptt: exact === undefined ? { value: gradient, found: itself(bptt.found) } : bptt,
    rtrl: road(forwards(journey, name)),
    difference: road(difference(journey, name, stepOf(n))),
    isExact: exact !== undefined,
    isZero: !/[1-9]/.test(reference),
    head,
    rest,
    power: places.shift === 0 ? '' : ` × ${powerOfTen(-places.shift)}`,
    best,
  };
}

/** A number compared with itself, whose last digit may only have been rounded. */
const itself = ({ same, other, digits }: Agreement): Agreement => ({
  same: same + other,
  other: '',
  digits,
});
