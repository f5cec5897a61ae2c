/** Points of one line or cloud of a chart, in the units of its axes. */
export type Points = readonly (readonly [number, number])[];

const drawn = new WeakMap<Element, Points>();

/** An attachment that remembers which numbers an element draws, for readers who want to take them. */
export const plotted =
  (points: Points) =>
  (element: Element): void => {
    drawn.set(element, points);
  };

/** The numbers that an element draws, where it draws any. */
export const pointsOf = (element: Element): Points | undefined => drawn.get(element);
