import { Painter, type Picture } from '#components/gpu/painter.ts';
import type { Refusal } from '#components/gpu/messages.ts';
import { FRAME } from './cliff.ts';

/** The cliff from many networks at once: what was computed last, and by what. */
export class Flight {
  picture = $state.raw<Picture>();
  /** Why GPU.js does not do it. */
  refusal = $state.raw<Refusal>();
  /** The reader has asked for it. */
  isStarted = $state(false);
  private painter: Painter | undefined;

  /** Computes the map for texts of this length; loads GPU.js the first time. */
  fly(length: number): void {
    this.painter ??= new Painter(
      'cliff',
      (picture) => (this.picture = picture),
      (refusal) => (this.refusal = refusal),
    );
    void this.painter.paint({ across: FRAME.w, up: FRAME.b, rest: { T: length } });
  }

  end(): void {
    this.painter?.end();
  }
}
