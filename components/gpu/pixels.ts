import type { Texture } from 'gpu.js';

/** What GPU.js has and its types do not say. */
interface Readable {
  renderRawOutput(): Float32Array;
}

/** Returns the pixels of a texture, four numbers each, row by row: an array for each pixel would cost more than its network. */
export const pixelsOf = (texture: Texture): Float32Array =>
  (texture as unknown as Readable).renderRawOutput();
