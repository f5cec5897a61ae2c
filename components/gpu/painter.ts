import type { Area } from '#engine/written/landscape.ts';
import { CrewRefused } from './crew.ts';
import { gpuCrew, twinCrew } from './crews.ts';
import type { LandscapeName } from './landscapes.ts';
import type { Backend, Refusal, Result } from './messages.ts';
import { joined, stripsOf } from './strips.ts';

/** A picture of a landscape, and what computed it. */
export interface Picture {
  readonly landscape: LandscapeName;
  readonly area: Area;
  readonly rest: Readonly<Record<string, number>>;
  readonly results: Result;
  readonly by: Backend;
}

export interface Wish {
  readonly landscape: LandscapeName;
  readonly across: Area['across'];
  readonly up: Area['up'];
  readonly rest: Readonly<Record<string, number>>;
  /** Networks a side of the finest picture. */
  readonly finest: number;
}

/** Pixels of a strip: some tens of milliseconds on the slowest graphics, and on one core. */
const STRIP = { gpu: 32 * 512, cpu: 8 * 512 } as const;

/**
 * Computes pictures from coarse to fine: with GPU.js where it runs, else in workers on the CPU. The newest
 * wish counts.
 */
export class Painter {
  private readonly onPicture: (picture: Picture) => void;
  private readonly onRefusal: (refusal: Refusal) => void;
  /** GPU.js is being loaded, works, or has refused. */
  private gpuState: 'new' | 'works' | 'refused' = 'new';
  private wishes = 0;

  constructor(onPicture: (picture: Picture) => void, onRefusal: (refusal: Refusal) => void) {
    this.onPicture = onPicture;
    this.onRefusal = onRefusal;
  }

  /** Computes what is wished; each picture is handed on as soon as it is there, unless a newer wish came. */
  async paint(wish: Wish): Promise<void> {
    const number = ++this.wishes;
    let finest = 0;
    const stage = async (by: 'gpu' | 'cpu', side: number): Promise<void> => {
      if (number !== this.wishes || side <= finest) return;
      const { landscape, across, up, rest } = wish;
      const area = { across, up, columns: side, rows: side };
      const works = stripsOf(landscape, area, rest, Math.max(1, Math.floor(STRIP[by] / side)));
      const computed = await (by === 'gpu' ? gpuCrew : twinCrew).compute(this, works);
      if (computed === undefined || number !== this.wishes || side <= finest) return;
      finest = side;
      if (by === 'gpu' && this.gpuState === 'new') this.welcome();
      this.onPicture({ landscape, area, rest, results: joined(computed.parts), by: computed.by });
    };
    try {
      // something to see while GPU.js is loaded
      if (this.gpuState === 'new') void stage('cpu', 64);
      if (this.gpuState === 'works') await stage('gpu', 128);
      if (this.gpuState !== 'refused') return await stage('gpu', wish.finest);
    } catch (error) {
      if (!(error instanceof CrewRefused)) throw error;
      this.gpuState = 'refused';
      this.onRefusal(error.refusal);
    }
    for (const side of [64, 128, 256, 512].filter((each) => each <= wish.finest))
      await stage('cpu', side);
  }

  /** Wants nothing any more. */
  end(): void {
    this.wishes += 1;
    gpuCrew.release(this);
    twinCrew.release(this);
  }

  /** GPU.js has shown that it works: the twin is not needed any more. */
  private welcome(): void {
    this.gpuState = 'works';
    twinCrew.release(this);
  }
}
