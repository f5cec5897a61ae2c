import { compile, type Machine, type Program, type Setting } from '#engine/index.ts';
import { rng } from '#engine/math/index.ts';

const SMALL = { D: 2, H: 3, K: 2, C: 4 };

/** Binds a program to small sizes, using only those that it has. */
export function compileSmall(program: Program): Machine {
  const used = new Set([...program.quantities.values()].flatMap(({ shape }) => [...shape]));
  const sizes = Object.entries(SMALL).filter(([name]) => used.has(name));
  return compile(program, Object.fromEntries(sizes));
}

/** Binds a program so that every vector has one number. */
export function compileOnes(program: Program): Machine {
  const used = [...program.quantities.values()].flatMap(({ shape }) => [...shape]);
  return compile(
    program,
    Object.fromEntries(used.filter((size) => typeof size === 'string').map((size) => [size, 1])),
  );
}

/** A random setting for a machine: parameters in ±1, states in ±0.5, targets that are distributions. */
export function randomSetting({ program, layout }: Machine, length: number, seed: number): Setting {
  const random = rng(seed).stream(program.name);
  const numbers = (count: number, scale: number): number[] =>
    Array.from({ length: count }, () => scale * (2 * random.uniform() - 1));
  const named = (names: readonly string[], scale: number): Record<string, number[]> =>
    Object.fromEntries(names.map((name) => [name, numbers(layout.length(name), scale)]));
  const quantities = [...program.quantities.values()];
  const params = quantities.filter(({ role }) => role === 'param').map(({ name }) => name);
  const inputs = quantities.filter(({ role }) => role === 'input').map(({ name }) => name);
  const rows = (name: string): number[][] =>
    Array.from({ length }, () => numbers(layout.length(name), 1));
  const hasTarget = quantities.some(({ role }) => role === 'target');
  return {
    params: { ...named(params, 1), ...positive(named(divisors(program), 1)) },
    initial: named(program.state, 0.5),
    inputs: Object.fromEntries(inputs.map((name) => [name, rows(name)])),
    ...(hasTarget ? { targets: rows('d').map(distribution) } : {}),
  };
}

/** Positive numbers that sum to 1; a single one is a probability. */
function distribution(row: readonly number[]): number[] {
  const positive = row.map((value) => Math.abs(value) + 0.1);
  if (positive.length === 1) return [Math.min(1, positive[0] ?? 0)];
  const total = positive.reduce((sum, value) => sum + value, 0);
  return positive.map((value) => value / total);
}

/** What a program divides by is kept away from 0. */
const divisors = ({ steps, quantities }: Program): string[] =>
  steps
    .filter(({ op }) => op === 'reciprocal')
    .flatMap(({ inputs }) => inputs.map(({ name }) => name))
    .filter((name) => quantities.get(name)?.role === 'param');

const positive = (numbers: Readonly<Record<string, readonly number[]>>): Setting['params'] =>
  Object.fromEntries(
    Object.entries(numbers).map(([name, row]) => [name, row.map((value) => 1 + Math.abs(value))]),
  );
