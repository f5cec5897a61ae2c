import type { GPU, IKernelRunShortcut } from 'gpu.js';
import { along } from '#engine/written/landscape.ts';
import { kernelText } from './kernel-text.ts';
import { landscapes, type LandscapeName } from './landscapes.ts';
import type { StripWork } from './messages.ts';
import { Refused } from './refused.ts';

/** The kernels of landscapes, each compiled once. */
export class StripKernels {
  private readonly gpu: GPU;
  private readonly kernels = new Map<LandscapeName, IKernelRunShortcut>();

  constructor(gpu: GPU) {
    this.gpu = gpu;
  }

  /** Returns the results of a strip, each as one array. Errors: Refused, for a size that graphics cannot hold. */
  compute({ landscape, area, rest, firstRow, rows }: StripWork): Float32Array[] {
    const { results: names, rest: others } = landscapes[landscape];
    const kernel = this.kernelOf(landscape, area.columns, rows);
    // the context is there from the first kernel on
    const limit = Number(this.gpu.context.getParameter(this.gpu.context.MAX_TEXTURE_SIZE));
    if (area.columns > limit || rows > limit) throw new Refused('size');
    const step = ([from, to]: readonly [number, number], count: number): number =>
      (to - from) / (count - 1);
    const computed = kernel(
      area.across[0],
      step(area.across, area.columns),
      along(area.up, firstRow, area.rows),
      step(area.up, area.rows),
      ...others.map((name) => rest[name] ?? NaN),
    ) as Float32Array[][];
    return names.map((_, n) => {
      const flat = new Float32Array(rows * area.columns);
      computed.forEach((row, y) =>
        row.forEach((pixel, x) => (flat[y * area.columns + x] = pixel[n] ?? NaN)),
      );
      return flat;
    });
  }

  private kernelOf(name: LandscapeName, columns: number, rows: number): IKernelRunShortcut {
    const before = this.kernels.get(name);
    if (before !== undefined) {
      before.setOutput([columns, rows]);
      return before;
    }
    const { source, functions } = kernelText(landscapes[name]);
    const kernel = this.gpu.createKernel(source, {
      output: [columns, rows],
      dynamicOutput: true,
      precision: 'single',
      tactic: 'precision',
    });
    kernel.setFunctions(functions);
    this.kernels.set(name, kernel);
    return kernel;
  }
}
