import { startOf } from '#engine/models/population-member.ts';
import { KEPT, networks, POPULATION } from '#engine/models/population.ts';

/** All networks before the first update; their loss is not known. */
export function startPopulation(): Float64Array {
  const kept = new Float64Array(networks * KEPT);
  for (let n = 0; n < networks; n++) {
    const [column, row] = [n % POPULATION.columns, Math.floor(n / POPULATION.columns)];
    kept.set(startOf({ column, row }), n * KEPT);
    kept[(n + 1) * KEPT - 1] = NaN;
  }
  return kept;
}
