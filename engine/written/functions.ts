import { log } from '../math/log.ts';
import { softplus } from '../program/ops-smooth.ts';
import { bring, opOf } from '../program/ops.ts';

// losses are written with it
bring([softplus]);

/** What is done to the results of a program and has no place inside one: nothing flows back through it. */
const MEASURES: ReadonlyMap<string, (x: number) => number> = new Map([
  ['log', log],
  ['root', Math.sqrt],
  ['inverse_root', (x: number): number => 1 / Math.sqrt(x)],
  ['below_one', (x: number): number => (x < 1 ? 1 : 0)],
]);

/** The function of an elementwise operation, or a measure. Errors: any other operation. */
export const valueOf = (name: string): ((x: number) => number) =>
  MEASURES.get(name) ?? elementwiseOf(name).value;

/** The slope of an elementwise operation, by its value and its argument. Errors: any other operation. */
export const slopeOf = (name: string): ((y: number, x: number) => number) =>
  elementwiseOf(name).slope;

function elementwiseOf(name: string): NonNullable<ReturnType<typeof opOf>['elementwise']> {
  const { elementwise } = opOf(name);
  if (elementwise === undefined) throw new Error(`«${name}» is not a function of one number`);
  return elementwise;
}
