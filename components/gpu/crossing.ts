import { phasePlanes } from '#engine/analysis/phase-planes.ts';
import { CrewRefused } from './crew.ts';
import { gpuCrew, twinCrew } from './crews.ts';
import type { Backend, Refusal, Result, StripWork } from './messages.ts';
import { joined, stripsOf } from './strips.ts';

/** Networks a side of the pictures that are timed: from 4 networks to 262,144. */
export const SIDES = [2, 4, 8, 16, 32, 64, 128, 256, 512] as const;
/** Steps of each network. */
export const STEPS = 60;
const ROUNDS = 3;
/** The largest picture that has to take the CPU at most this long, in milliseconds; no larger one is timed. */
const LONGEST = 4000;

/** One number of networks: the shortest of some times, and how far apart the results are. */
export interface Timing {
  readonly networks: number;
  /** Milliseconds from the order to the result. */
  readonly cpu: number;
  readonly gpu: number;
  /** The largest and the middle difference of a logarithm of the norm between float32 and float64. */
  readonly largest: number;
  readonly middle: number;
  readonly by: Backend;
}

/**
 * Times the CPU and GPU.js over numbers of networks, from few to many, both from order to result in a page that
 * goes on drawing. Ends when `signal` says so. `now` reads a clock.
 */
export async function* timings(
  now: () => number,
  signal: AbortSignal,
): AsyncGenerator<Timing, Refusal | undefined> {
  try {
    for (const side of SIDES) {
      const area = { ...phasePlanes.weights, columns: side, rows: side };
      const cut = (rows: number): StripWork[] =>
        stripsOf('phase-weights', pick(area), { T: STEPS }, rows);
      const cpu = await shortest(twinCrew, cut(Math.ceil(side / twinCrew.size)), now);
      const gpu = await shortest(gpuCrew, cut(side), now);
      if (signal.aborted || cpu === undefined || gpu === undefined) return undefined;
      yield {
        networks: side * side,
        ...{ cpu: cpu.time, gpu: gpu.time, by: gpu.by },
        ...differences(cpu.results[0], gpu.results[0]),
      };
      if (4 * cpu.time > LONGEST) return undefined;
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof CrewRefused)) throw error;
    return error.refusal;
  }
}

const pick = ({ across, up, columns, rows }: StripWork['area']): StripWork['area'] => ({
  across,
  up,
  columns,
  rows,
});

interface Timed {
  readonly time: number;
  readonly by: Backend;
  readonly results: Result;
}

/** The first round compiles, or makes ready, and does not count. */
async function shortest(
  crew: typeof gpuCrew,
  works: readonly StripWork[],
  now: () => number,
): Promise<Timed | undefined> {
  let best: Timed | undefined;
  for (let round = 0; round <= ROUNDS; round++) {
    const start = now();
    const computed = await crew.compute(timings, works);
    if (computed === undefined) return undefined;
    const time = now() - start;
    if (round > 0 && (best === undefined || time < best.time))
      best = { time, by: computed.by, results: joined(computed.parts) };
  }
  return best;
}

function differences(
  exact: Result[number] = new Float64Array(),
  rounded: Result[number] = new Float32Array(),
): Pick<Timing, 'largest' | 'middle'> {
  const apart = Float64Array.from(exact, (value, n) => Math.abs(value - rounded[n]!)).sort();
  return { largest: apart.at(-1) ?? 0, middle: apart[apart.length >> 1] ?? 0 };
}

/** Nobody waits for timings any more. */
export function endTimings(): void {
  gpuCrew.release(timings);
  twinCrew.release(timings);
}

/** The number of networks from which on GPU.js was faster, between two that were timed; undefined if it never was. */
export function crossingOf(found: readonly Timing[]): readonly [number, number] | undefined {
  const first = found.findIndex((_, n) => found.slice(n).every(({ cpu, gpu }) => gpu < cpu));
  const at = found[first];
  return at && [found[first - 1]?.networks ?? 0, at.networks];
}
