import { Duals, repeatDuals, type Dual } from '../written/duals.ts';
import type { Landscape } from '../written/landscape.ts';
import type { Register } from '../written/routine.ts';
import { writeStep } from '../written/written.ts';
import { Writer } from '../written/writer.ts';
import { compile } from '../machine/machine.ts';
import { neuronLamp } from '../models/neuron-lamp.ts';
import { LAMP, TEXTS } from './cliff.ts';

/**
 * The loss of `endLoss` over weight and bias, and the square of its gradient's length, for kernels. Takes w, b
 * and the number of characters T ≥ 2. The derivatives are carried forward, so a text of any length is a loop.
 */
export const cliffLandscape: Landscape = {
  across: 'w',
  up: 'b',
  rest: ['T'],
  results: ['loss', 'squaredSlope'],
  routine: write(),
};

function write(): Landscape['routine'] {
  const writer = new Writer();
  const duals = new Duals(writer, 2);
  const params = new Map<string, readonly Dual<Register>[]>([
    ['w', [duals.variable(writer.argument('w'), 0)]],
    ['b', [duals.variable(writer.argument('b'), 1)]],
    ...(['u', 'a', 'c'] as const).map((name) => [name, [duals.constant(LAMP[name])]] as const),
  ]);
  const losses = TEXTS.map(({ x, inside }) => textLoss(writer, duals, params, x, inside));
  const loss = losses.reduce((sum, part) => duals.add(sum, part), duals.constant(0));
  const squares = loss.tangents.map((slope) => writer.multiply(slope!, slope!));
  return writer.routine([loss.value, squares.reduce((sum, square) => writer.add(sum, square))]);
}

/** Half the loss at the end of one text; its first character and its last stand outside the loop. */
function textLoss(
  writer: Writer,
  duals: Duals<Register>,
  params: ReadonlyMap<string, readonly Dual<Register>[]>,
  x: number,
  inside: number,
): Dual<Register> {
  const machine = compile(neuronLamp);
  const read = (
    h: Dual<Register>,
    letter: number,
  ): ReadonlyMap<string, readonly Dual<Register>[]> =>
    writeStep(
      machine,
      duals,
      new Map([['h', [h]]]),
      new Map([...params, ['x', [duals.constant(letter)]], ['d', [duals.constant(inside)]]]),
    );
  const first = read(duals.constant(LAMP.start), x).get('h')!;
  const [before] = repeatDuals(writer, { argument: 'T', less: 2 }, first, ([h]) =>
    read(h!, 0).get('h')!,
  );
  return duals.multiply(duals.constant(0.5), read(before!, 0).get('L')![0]!);
}
