import type { Lanes } from '../written/lanes.ts';
import type { Register, Routine } from '../written/routine.ts';
import { writeBptt, type Named } from '../written/written.ts';
import { Writer } from '../written/writer.ts';
import { KEPT, POPULATION, populationMachine, populationTraining, WEIGHTS } from './population.ts';

/** The arguments of the weights, in the order of θ. */
export const weightNames: readonly string[] = Array.from({ length: WEIGHTS }, (_, n) => `p${n}`);

/** Keeps a division finite where a gradient is zero. */
const TINY = 1e-30;

/**
 * One update of one network, written out: from its weights and its gap to its new weights, and the loss it had.
 * All gaps share the routine: the loss is asked at every step, with weight 0 except at the end of the gap.
 */
export const populationUpdate: Routine = write();

function write(): Routine {
  const writer = new Writer();
  const weights = weightNames.map((name) => writer.argument(name));
  const gap = writer.argument('gap');
  const texts = [
    { mark: 1, target: 1 },
    { mark: -1, target: 0 },
  ].map(({ mark, target }) => written(writer, paramsOf(weights), gap, mark, target));
  const total = (parts: readonly Register[]): Register =>
    parts.reduce((sum, part) => writer.add(sum, part));
  const gradient = weights.map((_, n) => total(texts.map((text) => text.gradient[n]!)));
  const rate = writer.multiply(
    writer.constant(populationTraining.learningRate),
    shrinkage(writer, gradient, total),
  );
  const next = weights.map((weight, n) =>
    writer.subtract(weight, writer.multiply(rate, gradient[n]!)),
  );
  return writer.routine([...next, total(texts.map(({ loss }) => loss))]);
}

/** The parameters by name: θ holds them one after the other. */
function paramsOf(weights: readonly Register[]): Named<Register> {
  const { program, layout } = populationMachine;
  let start = 0;
  return new Map(
    [...program.quantities.values()]
      .filter(({ timed }) => !timed)
      .map(({ name }) => {
        const part = weights.slice(start, start + layout.length(name));
        start += part.length;
        return [name, part] as const;
      }),
  );
}

/** Half the loss at the end of the gap, and its gradient in the order of θ. */
function written(
  writer: Writer,
  params: Named<Register>,
  gap: Register,
  mark: number,
  target: number,
): { readonly loss: Register; readonly gradient: readonly Register[] } {
  const steps = Array.from({ length: POPULATION.gap[1] + 1 }, (_, index) => index);
  const zeros = ['h'].map((name) => [name, [writer.constant(0), writer.constant(0)]] as const);
  const { loss, gradient } = writeBptt(populationMachine, writer, {
    params,
    initial: new Map(zeros),
    given: steps.map(
      (index) =>
        new Map([
          ['x', [writer.constant(index === 0 ? mark : 0)]],
          ['d', [writer.constant(target)]],
        ]),
    ),
    // step index + 1 is asked where the gap is index, and the shortest gap is 1
    lossWeights: steps.map((index) => (index === 0 ? undefined : weightOf(writer, gap, index))),
  });
  return { loss, gradient: [...params.keys()].flatMap((name) => gradient.get(name)!) };
}

/** One half where the gap is so long, else 0. */
function weightOf(writer: Writer, gap: Register, index: number): Register {
  const apart = writer.multiply(writer.constant(2), writer.subtract(gap, writer.constant(index)));
  const isHere = writer.value('below_one', writer.multiply(apart, apart));
  return writer.multiply(writer.constant(0.5), isHere);
}

/** min(1, clip / ‖gradient‖). */
function shrinkage(
  writer: Writer,
  gradient: readonly Register[],
  total: (parts: readonly Register[]) => Register,
): Register {
  const square = total(gradient.map((part) => writer.multiply(part, part)));
  const share = writer.multiply(
    writer.constant(populationTraining.clip),
    writer.value('inverse_root', writer.add(square, writer.constant(TINY))),
  );
  const over = writer.value('relu', writer.subtract(share, writer.constant(1)));
  return writer.subtract(share, over);
}

/**
 * Trains networks in place, in float64, a lane each: `kept` holds `KEPT` numbers of each, one network after the
 * other, and `gaps` one.
 */
export function updateAll(
  lanes: Lanes,
  kept: Float64Array,
  gaps: Float64Array,
  updates: number,
): void {
  const { width } = lanes;
  for (let first = 0; first < gaps.length; first += width) {
    // the last lanes may have no network: they repeat the last one
    const places = Array.from({ length: width }, (_, n) => Math.min(first + n, gaps.length - 1));
    const columns = Array.from({ length: KEPT }, (_, k) =>
      Float64Array.from(places, (place) => kept[place * KEPT + k]!),
    );
    const gap = Float64Array.from(places, (place) => gaps[place]!);
    for (let update = 0; update < updates; update++) {
      const args = Object.fromEntries(weightNames.map((name, k) => [name, columns[k]!]));
      lanes.run({ ...args, gap }).forEach((values, k) => columns[k]!.set(values));
    }
    places.forEach((place, n) =>
      columns.forEach((column, k) => (kept[place * KEPT + k] = column[n]!)),
    );
  }
}
