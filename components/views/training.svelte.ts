import type { Refusal } from '#components/gpu/messages.ts';
import { Trainer, type Progress } from '#components/gpu/trainer.ts';

/** A population in training: how far it is, and by what. */
export class Training {
  progress = $state.raw<Progress>();
  /** Why GPU.js does not do it. */
  refusal = $state.raw<Refusal>();
  isRunning = $state(false);
  private trainer: Trainer | undefined;

  /** Trains to the end, from where it was stopped. */
  async run(): Promise<void> {
    this.trainer ??= new Trainer(
      (progress) => (this.progress = progress),
      (refusal) => (this.refusal = refusal),
    );
    this.isRunning = true;
    await this.trainer.train(this.progress);
    this.isRunning = false;
  }

  stop(): void {
    this.trainer?.stop();
    this.isRunning = false;
  }
}
