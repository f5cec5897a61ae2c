import type { Landscape } from '#engine/written/landscape.ts';
import { routineText } from '#engine/written/text.ts';
import { float32Function } from './float32.ts';

/** A landscape as GPU.js reads it: one function a thread runs, and those that it calls, all as text. */
export interface KernelText {
  readonly source: string;
  readonly functions: readonly string[];
}

/**
 * Writes the kernel of a landscape. Its arguments: the first value and the step of each axis, then the others.
 * It is text and not a function, because GPU.js reads functions by their text, which bundlers change.
 */
export function kernelText({ routine, across, up, rest }: Landscape): KernelText {
  const { body, results, functions } = routineText(routine);
  const source = `function(${['x0', 'dx', 'y0', 'dy', ...rest].join(', ')}) {
const ${across} = x0 + dx * this.thread.x;
const ${up} = y0 + dy * this.thread.y;
${body}
return [${results.join(', ')}];
}`;
  return { source, functions: functions.map(float32Function) };
}
