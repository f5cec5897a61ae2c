import { GPU } from 'gpu.js';
import type { Backend, Order, Refusal, Reply, Result, Work } from './messages.ts';
import { Refused } from './refused.ts';
import { StripKernels } from './strip-kernels.ts';
import { TrainKernel } from './train-kernel.ts';

let gpu: GPU | undefined;
let strips: StripKernels | undefined;
let training: TrainKernel | undefined;

/** GPU.js: work comes in, its results, computed in float32, go out, or why there are none. */
addEventListener('message', ({ data: { whole, part, work } }: MessageEvent<Order>) => {
  try {
    const results = compute(work);
    const reply: Reply = { whole, part, by: backend(), results };
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

function compute(work: Work): Result {
  gpu ??= start();
  const results =
    work.kind === 'strip'
      ? (strips ??= new StripKernels(gpu)).compute(work)
      : [(training ??= new TrainKernel(gpu)).compute(work)];
  // a lost context gives zeros and says nothing
  if (gpu.context.isContextLost()) throw new Refused('lost');
  return results;
}

/** Browsers without a graphics card draw in software, and say so in the name of what draws. */
function backend(): Backend {
  const context = gpu?.context as WebGL2RenderingContext | undefined;
  const names = context?.getExtension('WEBGL_debug_renderer_info');
  if (!context || !names) return 'gpu';
  const renderer = String(context.getParameter(names.UNMASKED_RENDERER_WEBGL));
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer) ? 'software' : 'gpu';
}

/** WebGL 2 or nothing: the other ways of GPU.js generate code, or are slower than the twin. */
function start(): GPU {
  if (!GPU.isWebGL2Supported || !GPU.isSinglePrecisionSupported) throw new Refused('none');
  return new GPU({ mode: 'webgl2' });
}
