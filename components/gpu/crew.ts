import type { Backend, Order, Refusal, Reply, Result, Work } from './messages.ts';

/** Thrown when workers cannot go on. */
export class CrewRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** The results of all parts of a whole, and what computed them. */
export interface Computed {
  readonly by: Backend;
  readonly parts: readonly Result[];
}

type Done = Exclude<Reply, { refusal: Refusal }>;

/** One whole in work: orders that wait, and what to do with replies. */
interface Job {
  readonly whole: number;
  readonly orders: Order[];
  take(reply: Done): void;
  drop(): void;
  refuse(refusal: Refusal): void;
}

/**
 * Workers that all figures of a page share. Each figure has one job at most: a newer takes the place of its
 * older. A crew that has refused once refuses for good.
 */
export class Crew {
  private readonly make: () => Worker;
  private readonly count: () => number;
  private readonly workers: Worker[] = [];
  private idle: Worker[] = [];
  private readonly jobs = new Map<object, Job>();
  private wholes = 0;
  private refusal: Refusal | undefined;

  constructor(make: () => Worker, count: () => number) {
    this.make = make;
    this.count = count;
  }

  /** How many work at once. */
  get size(): number {
    return this.count();
  }

  /**
   * Returns the results of all works in their order, or undefined when the figure wanted something newer.
   * Errors: CrewRefused.
   */
  compute(figure: object, works: readonly Work[]): Promise<Computed | undefined> {
    this.jobs.get(figure)?.drop();
    if (this.refusal !== undefined) return Promise.reject(new CrewRefused(this.refusal));
    while (this.workers.length < this.size) this.hire();
    return new Promise((resolve, reject) => {
      const done = (computed: Computed | undefined): void => {
        this.jobs.delete(figure);
        resolve(computed);
      };
      this.jobs.set(
        figure,
        jobOf(++this.wholes, works, done, (refusal) => reject(new CrewRefused(refusal))),
      );
      const waiting = this.idle;
      this.idle = [];
      for (const worker of waiting) this.feed(worker);
    });
  }

  /** A figure needs nothing any more; when none does, the workers go. */
  release(figure: object): void {
    this.jobs.get(figure)?.drop();
    if (this.jobs.size === 0) this.dismiss();
  }

  private dismiss(): void {
    for (const worker of this.workers) worker.terminate();
    [this.workers.length, this.idle] = [0, []];
  }

  private refuse(refusal: Refusal): void {
    this.refusal = refusal;
    this.dismiss();
    const jobs = [...this.jobs.values()];
    this.jobs.clear();
    for (const job of jobs) job.refuse(refusal);
  }

  private hire(): void {
    const worker = this.make();
    worker.addEventListener('message', ({ data: reply }: MessageEvent<Reply>) => {
      if ('refusal' in reply) return this.refuse(reply.refusal);
      [...this.jobs.values()].find(({ whole }) => whole === reply.whole)?.take(reply);
      this.feed(worker);
    });
    worker.addEventListener('error', () => this.refuse('load'));
    this.workers.push(worker);
    this.idle.push(worker);
  }

  private feed(worker: Worker): void {
    const order = [...this.jobs.values()].find(({ orders }) => orders.length > 0)?.orders.shift();
    if (order === undefined) this.idle.push(worker);
    else worker.postMessage(order);
  }
}

function jobOf(
  whole: number,
  works: readonly Work[],
  done: (computed: Computed | undefined) => void,
  refuse: (refusal: Refusal) => void,
): Job {
  const found: Result[] = [];
  let left = works.length;
  return {
    whole,
    orders: works.map((work, part) => ({ whole, part, work })),
    refuse,
    drop: () => done(undefined),
    take({ part, by, results }) {
      found[part] = results;
      left -= 1;
      if (left === 0) done({ by, parts: found });
    },
  };
}
