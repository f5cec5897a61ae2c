import { existsSync, writeFileSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/**
 * Ends this process when a test runs much longer than it should: a mutant that never ends cannot be stopped from
 * inside. A file tells the process after it which mutant that was.
 */
export class Watch {
  /** When the running test must have ended, 0 while none runs; and the mutant that is on. */
  shared = new Float64Array(new SharedArrayBuffer(16));

  constructor() {
    const worker = new Worker(new URL(import.meta.url), { workerData: this.shared });
    worker.unref();
  }

  begin(mutant, milliseconds) {
    this.shared[1] = Number(mutant);
    this.shared[0] = Date.now() + milliseconds;
  }

  end() {
    this.shared[0] = 0;
  }

  /** Whether a process before this one was ended because of the mutant. */
  hasEnded = (mutant) => existsSync(fileOf(mutant));
}

const fileOf = (mutant) => `never-ends-${mutant}`;

if (!isMainThread)
  setInterval(() => {
    const [deadline, mutant] = workerData;
    if (deadline === 0 || Date.now() < deadline) return;
    writeFileSync(fileOf(mutant), '');
    process.kill(process.pid, 'SIGKILL');
  }, 200);
