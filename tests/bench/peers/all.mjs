import { brainJs } from './brain.mjs';
import { onnx } from './onnx.mjs';
import { recurrentJs } from './recurrent.mjs';
import { tfjs } from './tfjs.mjs';

/** Everyone that can do a workload. */
export async function peers(workload, given) {
  const groups = [tfjs, brainJs, recurrentJs, onnx].map((of) => of(workload, given));
  return (await Promise.all(groups)).flat();
}
