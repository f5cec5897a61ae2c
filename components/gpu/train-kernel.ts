import { Input, type GPU, type IKernelRunShortcut, type Texture } from 'gpu.js';
import { KEPT } from '#engine/models/population.ts';
import { trainText, UPLOAD } from './kernel-text.ts';
import type { TrainWork } from './messages.ts';
import { pixelsOf } from './pixels.ts';

/** The kernels that train a population: four of the kept numbers of a network in each place of a texture. */
export class TrainKernel {
  private readonly gpu: GPU;
  private kernels:
    | { readonly networks: number; upload: IKernelRunShortcut; update: IKernelRunShortcut }
    | undefined;

  constructor(gpu: GPU) {
    this.gpu = gpu;
  }

  /** Returns what is kept of each network after the updates. */
  compute({ kept, gaps, updates }: TrainWork): Float64Array {
    const networks = gaps.length;
    const { upload, update } = this.kernelsOf(networks);
    const gapInput = new Input([...gaps], [1, networks]);
    let state = upload(new Input([...kept], [KEPT, networks])) as Texture;
    for (let n = 0; n < updates; n++) {
      const next = update(state, gapInput) as Texture;
      state.delete();
      state = next;
    }
    const kept32 = pixelsOf(state);
    state.delete();
    return Float64Array.from(kept32);
  }

  private kernelsOf(networks: number): NonNullable<TrainKernel['kernels']> {
    if (this.kernels?.networks === networks) return this.kernels;
    const settings = {
      output: [KEPT / 4, networks],
      precision: 'single',
      tactic: 'precision',
      pipeline: true,
      immutable: true,
      returnType: 'Array(4)',
    } as const;
    const { source, functions } = trainText();
    const upload = this.gpu.createKernel(UPLOAD, { ...settings, output: [...settings.output] });
    const update = this.gpu.createKernel(source, { ...settings, output: [...settings.output] });
    update.setFunctions(functions);
    this.kernels = { networks, upload, update };
    return this.kernels;
  }
}
