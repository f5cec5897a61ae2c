import { log } from './log.ts';

/** A source of random numbers. Same seed and name: same numbers, on every machine. */
export interface RandomStream {
  /** In [0, 1), 53 random bits. */
  uniform(): number;
  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** Standard normal. */
  normal(): number;
}

/** Random numbers by seed and by name of their use, so that a new use never shifts an old one. */
export interface Rng {
  stream(name: string): RandomStream;
}

/** Returns the random source of a seed: an integer, or a text that is hashed to one. */
export function rng(seed: number | string): Rng {
  return { stream: (name) => stream(hash(`${String(seed)}/${name}`)) };
}

/** The counter-based generator known as mulberry32 (T. Ettinger, 2017): 32-bit integers alone. */
function stream(start: number): RandomStream {
  let counter = start;
  const next = (): number => {
    counter = (counter + 0x6d2b79f5) | 0;
    let z = Math.imul(counter ^ (counter >>> 15), counter | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return (z ^ (z >>> 14)) >>> 0;
  };
  const uniform = (): number =>
    ((next() >>> 5) * 67108864 + (next() >>> 6)) * 1.1102230246251565e-16;
  return {
    uniform,
    integer: (low, high) => low + Math.floor(uniform() * (high - low + 1)),
    normal: () => polarNormal(uniform),
  };
}

/** Marsaglia's polar method, with the portable logarithm. */
function polarNormal(uniform: () => number): number {
  for (;;) {
    const u = 2 * uniform() - 1;
    const v = 2 * uniform() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * log(s)) / s);
  }
}

/** FNV-1a over the UTF-16 code units. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}
