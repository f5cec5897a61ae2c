import type { Axis } from '#components/primitives/chart.ts';
import { keepAfter, keeps, type Keep } from '#engine/analysis/memory-gradient.ts';
import { log } from '#engine/math/index.ts';

/** Letters that the figure reads after the mark. */
export const LETTERS = 20;
/** Weight with which the mark is read, from a state of 0. */
export const MARKS = { firm: 3, faint: 0.05 } as const;

export type Mark = keyof typeof MARKS;
export type Scale = 'powers' | 'plain';

/** Where the logarithmic axis ends; what is smaller stands at its foot. */
export const FLOOR = -24;

/** The states and gradients of one weight, letter by letter. */
export const lettersOf = (w: number, mark: Mark): Keep[] => keeps(w, MARKS[mark], LETTERS);

/** What is left after so many letters, for the weights 0, 0.025, … 3. */
export const acrossWeights = (mark: Mark, letters: number): { w: number; keep: Keep }[] =>
  Array.from({ length: 121 }, (_, n) => ({
    w: n / 40,
    keep: keepAfter(n / 40, MARKS[mark], letters),
  }));

/** Where a value stands on the axis: itself, or its power of ten, which ends at the foot. */
export function onAxis(value: number, scale: Scale): number {
  if (scale === 'plain') return value;
  return value > 0 ? Math.max(FLOOR, log(value) / log(10)) : FLOOR;
}

/** Says whether a value is too small for the axis, so that it is drawn as an arrow at its foot. */
export const isBelow = (value: number, scale: Scale): boolean =>
  scale === 'powers' && onAxis(value, scale) <= FLOOR;

/** The upright axis, one for states and gradients: it depends on the mark, never on the weight. */
export function valueAxis(scale: Scale, mark: Mark): Axis {
  if (scale === 'plain') {
    const top = mark === 'faint' ? 8 : 1;
    const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => part * top);
    return {
      from: 0,
      to: top,
      ticks: ticks.map((at) => ({ at, label: String(at) })),
      title: '',
    };
  }
  const ticks = [0, -4, -8, -12, -16, -20, -24].map((at) =>
    at === 0 ? { at, label: '1' } : { at, label: '10', power: `−${-at}` },
  );
  return { from: FLOOR, to: 1.6, ticks, title: '' };
}

/** Powers of ten that lie between the state and the gradient, rounded; 0 where they are alike. */
export function powersApart({ state, gradient }: Keep): number {
  if (state <= 0 || gradient <= 0) return 0;
  return Math.round(log(state / gradient) / log(10));
}

/** What the figure says about memory and gradient together, after one firm mark or one faint one. */
export function verdict(w: number, mark: Mark, { state, gradient, letters }: Keep): string {
  if (letters === 0)
    return 'Nothing has been lost yet: a change here is a change here, so the product begins at 1.';
  if (gradient > 1)
    return 'The state is still being decided, and a small change at the mark decides it.';
  if (w === 0) return 'Without a loop nothing is handed on, neither state nor change.';
  if (w < 1) return 'Below one, both fade, and at the same rate in the end.';
  if (w === 1)
    return mark === 'firm'
      ? 'At one, both creep; the gradient goes as the cube of the state.'
      : 'At one, a faint state hardly moves, and nearly all of the change is left.';
  if (gradient < 0.01 * state) return 'What is kept is kept; what could teach to keep it is gone.';
  return 'Above one the state settles in its valley, and the change is being forgotten.';
}
