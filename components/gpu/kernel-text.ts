import { KEPT } from '#engine/models/population.ts';
import { populationUpdate, weightNames } from '#engine/models/population-update.ts';
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

/** The kernel that puts the kept numbers of networks into a texture, four in each place. */
export const UPLOAD = `function(kept) {
const k = 4.0 * this.thread.x;
return [kept[this.thread.y][k], kept[this.thread.y][k + 1], kept[this.thread.y][k + 2], kept[this.thread.y][k + 3]];
}`;

/** Writes the kernel of one update of a population: each of its threads returns four numbers of one network. */
export function trainText(): KernelText {
  const { body, results, functions } = routineText(populationUpdate);
  const quads = Array.from({ length: KEPT / 4 }, (_, n) => n);
  const source = `function(state, gaps) {
const gap = gaps[this.thread.y][0];
${quads.map((n) => `const q${n} = state[this.thread.y][${n}];`).join('\n')}
${weightNames.map((name, n) => `const ${name} = q${Math.floor(n / 4)}[${n % 4}];`).join('\n')}
${body}
${quads.map((n) => `if (this.thread.x === ${n}) { return [${results.slice(4 * n, 4 * n + 4).join(', ')}]; }`).join('\n')}
return [0.0, 0.0, 0.0, 0.0];
}`;
  return { source, functions: functions.map(float32Function) };
}
