/** One who takes part: a name and a whole run. */
export interface Contender {
  readonly name: string;
  run(): unknown;
}

/** Times of one contender in every round, in milliseconds per run. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** Shortest time that a contender runs in a round, so that the clock's steps do not count. */
const SHORTEST = 20;

/** Time that a contender runs before it is measured. */
const WARM_UP = 150;

/**
 * Runs all contenders in turn, `rounds` times over, after a warm-up; whatever slows the machine
 * down for a while slows all of them. Returns their times.
 */
export async function sideBySide(contenders: readonly Contender[], rounds = 9): Promise<Times> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  const repeats = new Map<string, number>();
  for (const contender of contenders) {
    let once = Infinity;
    const end = clock() + WARM_UP;
    for (let n = 0; n < 4 || clock() < end; n++) once = Math.min(once, await timed(contender, 1));
    repeats.set(contender.name, Math.ceil(SHORTEST / Math.max(once, SHORTEST / 1000)));
  }
  for (let round = 0; round < rounds; round++)
    for (const contender of contenders)
      times.get(contender.name)!.push(await timed(contender, repeats.get(contender.name)!));
  return times;
}

async function timed({ run }: Contender, repeats: number): Promise<number> {
  const start = clock();
  for (let n = 0; n < repeats; n++) {
    const pending = run();
    if (pending instanceof Promise) await pending;
  }
  return (clock() - start) / repeats;
}

/** The median over the rounds of a contender's time divided by the reference's in the same round. */
export function ratio(times: Times, name: string, reference: string): number {
  const base = times.get(reference)!;
  return median(times.get(name)!.map((time, round) => time / base[round]!));
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Milliseconds that this process has computed, so that other programs on the machine do not count. */
function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
