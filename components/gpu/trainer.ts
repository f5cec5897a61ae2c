import {
  gapOf,
  KEPT,
  networks,
  POPULATION,
  populationTraining,
} from '#engine/models/population.ts';
import { CrewRefused, type Crew } from './crew.ts';
import { gpuCrew, twinCrew } from './crews.ts';
import type { Backend, Refusal, TrainWork } from './messages.ts';
import { startPopulation } from './start-population.ts';
import { joined } from './strips.ts';

/** A population on its way. */
export interface Progress {
  /** Updates that are done. */
  readonly updates: number;
  /** `KEPT` numbers of each network, row by row. */
  readonly kept: Float64Array;
  readonly by: Backend;
}

/** Updates between two pictures. */
const BURST = 10;

/** Updates of the first picture, which the twin makes while the kernels are loaded and compiled. */
const FIRST = 2;

/** Trains a population: with GPU.js where it runs, else in workers on the CPU. What is done stays done. */
export class Trainer {
  private readonly onProgress: (progress: Progress) => void;
  private readonly onRefusal: (refusal: Refusal) => void;
  private by: 'gpu' | 'cpu' = 'gpu';
  private isWanted = true;

  constructor(onProgress: (progress: Progress) => void, onRefusal: (refusal: Refusal) => void) {
    this.onProgress = onProgress;
    this.onRefusal = onRefusal;
  }

  /** Trains from the start, or from where a training was stopped, to the last update. */
  async train(from?: Progress): Promise<void> {
    this.isWanted = true;
    let [kept, updates] = [from?.kept ?? startPopulation(), from?.updates ?? 0];
    if (from === undefined) {
      // what this finds is of no use, and a refusal comes again with the next order
      gpuCrew.compute(this, worksOf(kept, 1, gpuCrew.size)).catch(() => undefined);
      const first = await this.computed(twinCrew, kept, FIRST);
      if (first === undefined) return;
      [kept, updates] = [first.kept, FIRST];
      this.onProgress({ updates, ...first });
    }
    while (updates < populationTraining.updates && this.isWanted) {
      const burst = Math.min(BURST, populationTraining.updates - updates);
      const next = await this.burst(kept, burst);
      if (next === undefined) return;
      [kept, updates] = [next.kept, updates + burst];
      this.onProgress({ updates, kept, by: next.by });
    }
  }

  /** Stops after the updates that are under way. */
  stop(): void {
    this.isWanted = false;
    gpuCrew.release(this);
    twinCrew.release(this);
  }

  /** Some updates of all; on a refusal the same ones by the twin. */
  private async burst(
    kept: Float64Array,
    updates: number,
  ): Promise<Pick<Progress, 'kept' | 'by'> | undefined> {
    try {
      return await this.computed(this.by === 'gpu' ? gpuCrew : twinCrew, kept, updates);
    } catch (error) {
      if (!(error instanceof CrewRefused) || this.by === 'cpu') throw error;
      this.by = 'cpu';
      this.onRefusal(error.refusal);
      return this.burst(kept, updates);
    }
  }

  private async computed(
    crew: Crew,
    kept: Float64Array,
    updates: number,
  ): Promise<Pick<Progress, 'kept' | 'by'> | undefined> {
    const computed = await crew.compute(this, worksOf(kept, updates, crew.size));
    if (computed === undefined) return undefined;
    return { kept: Float64Array.from(joined(computed.parts)[0] ?? []), by: computed.by };
  }
}

/** The same number of rows for each worker. */
function worksOf(kept: Float64Array, updates: number, count: number): TrainWork[] {
  const { columns, rows } = POPULATION;
  const share = Math.ceil(rows / count) * columns;
  const gaps = Float64Array.from({ length: networks }, (_, n) => gapOf(n % columns));
  return Array.from({ length: Math.ceil(networks / share) }, (_, n) => ({
    kind: 'train',
    kept: kept.slice(n * share * KEPT, (n + 1) * share * KEPT),
    gaps: gaps.slice(n * share, (n + 1) * share),
    updates,
  }));
}
