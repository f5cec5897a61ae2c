import type { Area } from '#engine/written/landscape.ts';
import type { LandscapeName } from './landscapes.ts';
import type { Order, Refusal, Reply } from './messages.ts';

/** What a crew is to compute. */
export interface Task {
  readonly landscape: LandscapeName;
  readonly area: Area;
  readonly rest: Readonly<Record<string, number>>;
  /** Rows of a strip: the work between two looks at what is wanted next. */
  readonly stripRows: number;
}

/** The results of all rows, each as one array. */
export type Results = readonly (Float32Array | Float64Array)[];

/** Thrown when workers cannot go on. */
export class CrewRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** One picture in work: orders that wait, and what to do with replies. */
interface Job {
  readonly picture: number;
  readonly orders: Order[];
  take(reply: Exclude<Reply, { refusal: Refusal }>): void;
  drop(): void;
  refuse(refusal: Refusal): void;
}

/** Workers that share the strips of one picture; a newer picture takes the place of an older. */
export class Crew {
  private readonly make: () => Worker;
  private readonly count: number;
  private readonly workers: Worker[] = [];
  private idle: Worker[] = [];
  private job: Job | undefined;
  private pictures = 0;

  constructor(make: () => Worker, count: number) {
    this.make = make;
    this.count = count;
  }

  /** Returns a whole picture, or undefined when a newer one was asked for. Errors: CrewRefused. */
  compute(task: Task): Promise<Results | undefined> {
    this.job?.drop();
    while (this.workers.length < this.count) this.hire();
    return new Promise((resolve, reject) => {
      this.job = this.jobOf(task, resolve, (refusal) => reject(new CrewRefused(refusal)));
      const waiting = this.idle;
      this.idle = [];
      for (const worker of waiting) this.feed(worker);
    });
  }

  /** Lets all workers go; nothing more comes. */
  end(): void {
    for (const worker of this.workers) worker.terminate();
    [this.workers.length, this.idle] = [0, []];
    this.job?.drop();
    this.job = undefined;
  }

  private jobOf(
    { landscape, area, rest, stripRows }: Task,
    resolve: (results: Results | undefined) => void,
    refuse: (refusal: Refusal) => void,
  ): Job {
    const picture = ++this.pictures;
    const orders: Order[] = [];
    for (let firstRow = 0; firstRow < area.rows; firstRow += stripRows)
      orders.push({
        ...{ picture, landscape, area, rest, firstRow },
        rows: Math.min(stripRows, area.rows - firstRow),
      });
    let left = orders.length;
    let whole: (Float32Array | Float64Array)[] = [];
    return {
      picture,
      orders,
      refuse,
      drop: () => resolve(undefined),
      take(reply) {
        if (whole.length === 0)
          whole = reply.results.map((part) =>
            part instanceof Float64Array
              ? new Float64Array(area.rows * area.columns)
              : new Float32Array(area.rows * area.columns),
          );
        reply.results.forEach((part, n) => whole[n]?.set(part, reply.firstRow * area.columns));
        left -= 1;
        if (left === 0) resolve(whole);
      },
    };
  }

  private hire(): void {
    const worker = this.make();
    worker.addEventListener('message', ({ data: reply }: MessageEvent<Reply>) => {
      if ('refusal' in reply) return this.job?.refuse(reply.refusal);
      if (reply.picture === this.job?.picture) this.job.take(reply);
      this.feed(worker);
    });
    worker.addEventListener('error', () => this.job?.refuse('load'));
    this.workers.push(worker);
    this.idle.push(worker);
  }

  private feed(worker: Worker): void {
    const order = this.job?.orders.shift();
    if (order === undefined) this.idle.push(worker);
    else worker.postMessage(order);
  }
}
