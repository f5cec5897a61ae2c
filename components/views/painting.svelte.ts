import { Painter, type Picture, type Wish } from '#components/gpu/painter.ts';
import type { Refusal } from '#components/gpu/messages.ts';

/** A landscape of many networks at once: what was computed last, and by what. */
export class Painting {
  picture = $state.raw<Picture>();
  /** Why GPU.js does not do it. */
  refusal = $state.raw<Refusal>();
  /** The reader has asked for it. */
  isStarted = $state(false);
  private painter: Painter | undefined;

  /** Computes what is wished; loads GPU.js the first time. */
  paint(wish: Wish): void {
    this.painter ??= new Painter(
      (picture) => (this.picture = picture),
      (refusal) => (this.refusal = refusal),
    );
    void this.painter.paint(wish);
  }

  end(): void {
    this.painter?.end();
  }
}
