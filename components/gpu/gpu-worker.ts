import { GPU, type IKernelRunShortcut } from 'gpu.js';
import { along } from '#engine/written/landscape.ts';
import { kernelText } from './kernel-text.ts';
import { landscapes, type LandscapeName } from './landscapes.ts';
import type { Order, Refusal, Reply } from './messages.ts';

/** Thrown for what the page says in a sentence. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

let gpu: GPU | undefined;
const kernels = new Map<LandscapeName, IKernelRunShortcut>();

/** GPU.js: a strip comes in, its results in float32 go out, or why there are none. */
addEventListener('message', ({ data: order }: MessageEvent<Order>) => {
  try {
    const results = compute(order);
    const reply: Reply = { picture: order.picture, firstRow: order.firstRow, results };
    postMessage(reply, { transfer: results.map(({ buffer }) => buffer) });
  } catch (error) {
    postMessage({ refusal: refusalOf(error) } satisfies Reply);
  }
});

/** What is thrown on a lost context has all kinds of messages. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  return gpu?.context?.isContextLost() ? 'lost' : 'kernel';
}

function compute({ landscape, area, rest, firstRow, rows }: Order): Float32Array[] {
  gpu ??= start();
  const { results: names, rest: others } = landscapes[landscape];
  const kernel = kernelOf(gpu, landscape, area.columns, rows);
  // the context is there from the first kernel on
  const limit = Number(gpu.context.getParameter(gpu.context.MAX_TEXTURE_SIZE));
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
  // a lost context gives zeros and says nothing
  if (gpu.context.isContextLost()) throw new Refused('lost');
  return names.map((_, n) => {
    const flat = new Float32Array(rows * area.columns);
    computed.forEach((row, y) =>
      row.forEach((pixel, x) => (flat[y * area.columns + x] = pixel[n] ?? NaN)),
    );
    return flat;
  });
}

/** WebGL 2 or nothing: the other ways of GPU.js generate code, or are slower than the twin. */
function start(): GPU {
  if (!GPU.isWebGL2Supported || !GPU.isSinglePrecisionSupported) throw new Refused('none');
  return new GPU({ mode: 'webgl2' });
}

/** The landscape's kernel for strips of this size; compiled once. */
function kernelOf(
  from: GPU,
  name: LandscapeName,
  columns: number,
  rows: number,
): IKernelRunShortcut {
  const before = kernels.get(name);
  if (before !== undefined) {
    before.setOutput([columns, rows]);
    return before;
  }
  const { source, functions } = kernelText(landscapes[name]);
  const kernel = from.createKernel(source, {
    output: [columns, rows],
    dynamicOutput: true,
    precision: 'single',
    tactic: 'precision',
  });
  kernel.setFunctions(functions);
  kernels.set(name, kernel);
  return kernel;
}
