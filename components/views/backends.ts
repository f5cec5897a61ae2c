import type { Backend, Refusal } from '#components/gpu/messages.ts';

/** What the reader is told where GPU.js does not do it; the CPU has taken over. */
export const refusals: Readonly<Record<Refusal, string>> = {
  none: 'This browser has no WebGL 2, so the CPU computes.',
  lost: 'The graphics card was taken away meanwhile, so the CPU goes on.',
  size: 'This is too large for the graphics card, so the CPU computes.',
  kernel: 'The graphics card refused the calculation, so the CPU computes.',
  load: 'GPU.js could not be loaded, so the CPU computes.',
};

/** What has computed, and how precisely. */
export const backends: Readonly<Record<Backend, string>> = {
  gpu: 'by GPU.js in float32',
  software: 'by GPU.js in float32, with graphics that this machine does in software',
  cpu: 'on the CPU in float64',
};
