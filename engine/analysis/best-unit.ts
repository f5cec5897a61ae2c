/** How well one unit alone, against a threshold, tells a yes from a no. */
export interface UnitScore {
  readonly unit: number;
  readonly threshold: number;
  /** What a value above the threshold means. */
  readonly above: 0 | 1;
  /** Share of states that it tells right, at least that of the more frequent answer. */
  readonly accuracy: number;
}

/**
 * Returns the score of every unit, best first, of equals the first unit. Errors: no states, or another
 * number of labels. A high score says that a unit knows, not that anything listens to it.
 */
export function scoreUnits(
  states: readonly (readonly number[])[],
  labels: readonly (0 | 1)[],
): UnitScore[] {
  const [first] = states;
  if (first === undefined || states.length !== labels.length)
    throw new Error(
      `scoreUnits: ${states.length} states and ${labels.length} labels; expected as many, and at least one`,
    );
  return first
    .map((_, unit) =>
      scoreUnit(
        unit,
        states.map((state) => state[unit]!),
        labels,
      ),
    )
    .sort((a, b) => b.accuracy - a.accuracy);
}

/** Returns the best unit. */
export function bestUnit(
  states: readonly (readonly number[])[],
  labels: readonly (0 | 1)[],
): UnitScore {
  const [best] = scoreUnits(states, labels);
  if (best === undefined) throw new Error('bestUnit: the states have no units');
  return best;
}

function scoreUnit(unit: number, values: readonly number[], labels: readonly (0 | 1)[]): UnitScore {
  const order = values.map((_, n) => n).sort((a, b) => values[a]! - values[b]!);
  const ones = labels.filter((label) => label === 1).length;
  const total = labels.length;
  // the threshold lies below all values first: everything is above it
  let right = ones;
  let best = {
    threshold: -Infinity,
    right: Math.max(ones, total - ones),
    above: ones * 2 >= total,
  };
  order.forEach((n, place) => {
    right += labels[n] === 1 ? -1 : 1;
    const next = order[place + 1];
    // equal values stand on one side
    // nor does a threshold above all values tell more than one below them
    if (next === undefined || values[next] === values[n]) return;
    const most = Math.max(right, total - right);
    if (most <= best.right) return;
    const threshold = (values[n]! + values[next]!) / 2;
    best = { threshold, right: most, above: right === most };
  });
  return {
    unit,
    threshold: best.threshold,
    above: best.above ? 1 : 0,
    accuracy: best.right / total,
  };
}
