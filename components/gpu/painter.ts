import type { Area } from '#engine/written/landscape.ts';
import { Crew, CrewRefused, type Results, type Task } from './crew.ts';
import type { LandscapeName } from './landscapes.ts';
import type { Refusal } from './messages.ts';

/** A picture of a landscape, and what computed it. */
export interface Picture {
  readonly area: Area;
  readonly rest: Readonly<Record<string, number>>;
  readonly results: Results;
  /** GPU.js computes in float32, the twin in float64. */
  readonly by: 'gpu' | 'cpu';
}

export interface Wish {
  readonly across: Area['across'];
  readonly up: Area['up'];
  readonly rest: Readonly<Record<string, number>>;
}

/** Networks a side of the finest picture. */
export const FINEST = 512;
/** More workers than this do not help on the machines of readers. */
const MOST = 4;
/** What takes some tens of milliseconds: rows of 512 networks on the slowest graphics, and on one core. */
const STRIP = { gpu: 32, cpu: 8 } as const;

/**
 * Computes pictures of one landscape, from coarse to fine: with GPU.js where it runs, else in workers on the
 * CPU. The newest wish counts.
 */
export class Painter {
  private readonly landscape: LandscapeName;
  private readonly onPicture: (picture: Picture) => void;
  private readonly onRefusal: (refusal: Refusal) => void;
  private readonly gpu = new Crew(
    () => new Worker(new URL('./gpu-worker.ts', import.meta.url), { type: 'module' }),
    1,
  );
  private readonly cpu = new Crew(
    () => new Worker(new URL('./twin-worker.ts', import.meta.url), { type: 'module' }),
    Math.max(1, Math.min(MOST, navigator.hardwareConcurrency || 2)),
  );
  /** GPU.js is being loaded, works, or has refused. */
  private gpuState: 'new' | 'works' | 'refused' = 'new';
  private wishes = 0;

  constructor(
    landscape: LandscapeName,
    onPicture: (picture: Picture) => void,
    onRefusal: (refusal: Refusal) => void,
  ) {
    this.landscape = landscape;
    this.onPicture = onPicture;
    this.onRefusal = onRefusal;
  }

  /** Computes what is wished; each picture is handed on as soon as it is there, unless a newer wish came. */
  async paint(wish: Wish): Promise<void> {
    const number = ++this.wishes;
    let finest = 0;
    const stage = async (by: 'gpu' | 'cpu', side: number): Promise<void> => {
      if (number !== this.wishes || side <= finest) return;
      const task = this.taskOf(wish, side, STRIP[by]);
      const results = await this[by].compute(task);
      if (results === undefined || number !== this.wishes || side <= finest) return;
      finest = side;
      if (by === 'gpu' && this.gpuState === 'new') this.welcome();
      this.onPicture({ area: task.area, rest: wish.rest, results, by });
    };
    try {
      // something to see while GPU.js is loaded
      if (this.gpuState === 'new') void stage('cpu', 64);
      if (this.gpuState === 'works') await stage('gpu', 128);
      if (this.gpuState !== 'refused') return await stage('gpu', FINEST);
    } catch (error) {
      if (!(error instanceof CrewRefused)) throw error;
      this.refuse(error.refusal);
    }
    for (const side of [64, 128, 256, FINEST]) await stage('cpu', side);
  }

  /** Lets all workers go. */
  end(): void {
    this.wishes += 1;
    this.gpu.end();
    this.cpu.end();
  }

  /** GPU.js has shown that it works: the twin is not needed any more. */
  private welcome(): void {
    this.gpuState = 'works';
    this.cpu.end();
  }

  private refuse(refusal: Refusal): void {
    this.gpuState = 'refused';
    this.gpu.end();
    this.onRefusal(refusal);
  }

  private taskOf({ across, up, rest }: Wish, side: number, stripRows: number): Task {
    const area = { across, up, columns: side, rows: side };
    return { landscape: this.landscape, area, rest, stripRows };
  }
}
