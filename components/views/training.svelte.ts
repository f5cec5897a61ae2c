import type { Refusal } from '#components/gpu/messages.ts';
import type { Progress, Trainer } from '#components/gpu/trainer.ts';

/** A population in training: how far it is, and by what. */
export class Training {
  progress = $state.raw<Progress>();
  /** Why GPU.js does not do it. */
  refusal = $state.raw<Refusal>();
  isRunning = $state(false);
  private trainer: Trainer | undefined;

  /** Trains to the end, from where it was stopped. */
  async run(): Promise<void> {
    this.isRunning = true;
    this.trainer ??= await this.load();
    // the reader may have stopped it before it was there
    if (this.isRunning) await this.trainer.train(this.progress);
    this.isRunning = false;
  }

  /** Fetches what trains, which a page does not need before. */
  private async load(): Promise<Trainer> {
    const { Trainer } = await import('#components/gpu/trainer.ts');
    return new Trainer(
      (progress) => (this.progress = progress),
      (refusal) => (this.refusal = refusal),
    );
  }

  stop(): void {
    this.trainer?.stop();
    this.isRunning = false;
  }
}
