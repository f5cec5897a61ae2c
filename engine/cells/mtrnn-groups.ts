import { define } from '../program/define.ts';
import { klDivergence, squaredError } from '../program/ops-losses.ts';
import { reciprocal } from '../program/ops-smooth.ts';
import { softmax } from '../program/ops-softmax.ts';
import type { Program } from '../program/types.ts';

/** How groups of input–output units are compared with their targets. */
export type GroupLoss = 'kl_divergence' | 'squared_error';

/**
 * Returns a multiple-timescale network with one group of input–output units per suffix, for example
 * '_1'. No group hears another, and no group hears or is heard by the slow units s: those matrices do
 * not exist. Fast units are h. With a loss, L is the sum over groups. Source: yamashita2008.
 */
export function mtrnnOf(name: string, groups: readonly string[], loss?: GroupLoss): Program {
  const sizes = groups.flatMap((g) => Object.entries(sizesOf(g)));
  const wanted = groups.map((g) => [`d${g}`, `K${g}`]);
  return define({
    name,
    source: ['yamashita2008'],
    functions: [reciprocal, softmax, klDivergence, squaredError],
    // several groups are several answers
    ...(groups.length === 1 ? { output: `y${groups[0]}` } : {}),
    sizes: {
      ...Object.fromEntries(sizes),
      ...{ h: 'H', u: 'H', s: 'C', w: 'C' },
      ...(loss === undefined ? {} : Object.fromEntries(wanted)),
      ...(loss === undefined || groups.length === 1 ? {} : { L: 1 }),
    },
    equations: [
      ...groups.map(outside),
      `u[t] = (1 - reciprocal(tau_h)) * u[t-1] + reciprocal(tau_h) * (${fromGroups(groups)} + W_hh sigmoid(u[t-1]) + W_sh sigmoid(w[t-1]) + b_h)`,
      'w[t] = (1 - reciprocal(tau_s)) * w[t-1] + reciprocal(tau_s) * (W_hs sigmoid(u[t-1]) + W_ss sigmoid(w[t-1]) + b_s)',
      'h[t] = sigmoid(u[t])',
      's[t] = sigmoid(w[t])',
      ...(loss === undefined ? [] : lossLines(groups, loss)),
    ].join('\n') as string,
  });
}

/** Lengths of a group: what is read, how much of its own answer it reads instead, its potential o. */
const sizesOf = (g: string): Record<string, string> =>
  Object.fromEntries(['x', 'm', 'z', 'o', 'y'].map((part) => [`${part}${g}`, `K${g}`]));

const outside = (g: string): string => `
  z${g}[t] = m${g}[t] * softmax(o${g}[t-1]) + (1 - m${g}[t]) * x${g}[t]
  o${g}[t] = (1 - reciprocal(tau_y${g})) * o${g}[t-1] + reciprocal(tau_y${g}) * (W_zy${g} z${g}[t] + W_hy${g} sigmoid(u[t-1]) + b_y${g})
  y${g}[t] = softmax(o${g}[t])`;

const fromGroups = (groups: readonly string[]): string =>
  groups.map((g) => `W_zh${g} z${g}[t]`).join(' + ');

function lossLines(groups: readonly string[], loss: GroupLoss): string[] {
  const answer = loss === 'squared_error' ? 'y' : 'o';
  const lines = groups.map((g) => `L${g}[t] = ${loss}(${answer}${g}[t], d${g}[t])`);
  // the loss of a single group is the whole
  return groups.length === 1
    ? lines
    : [...lines, `L[t] = ${groups.map((g) => `L${g}[t]`).join(' + ')}`];
}
