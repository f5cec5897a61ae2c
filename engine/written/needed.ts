import { reads, type Line, type Register, type Repeat } from './routine.ts';

/** Returns the lines without those that none of the results needs. */
export function neededLines(lines: readonly Line[], results: readonly Register[]): Line[] {
  const wanted = new Set(results);
  const kept: Line[] = [];
  for (const line of lines.toReversed()) {
    const needed = line.kind === 'repeat' ? neededRounds(line, wanted) : line;
    if (needed.kind === 'repeat' ? needed.carried.length === 0 : !wanted.has(needed.out)) continue;
    for (const register of reads(needed)) wanted.add(register);
    kept.push(needed);
  }
  return kept.toReversed();
}

/** A loop without what it carries in vain: a number may be needed only by a later round. */
function neededRounds(line: Repeat, wanted: ReadonlySet<Register>): Repeat {
  const { carried, next, start } = line;
  let kept = carried.map((register) => wanted.has(register));
  for (;;) {
    const ends = next.filter((_, n) => kept[n]);
    const lines = neededLines(line.lines, ends);
    const inside = new Set([...ends, ...lines.flatMap(reads)]);
    const grown = carried.map((register, n) => kept[n] === true || inside.has(register));
    const pick = (registers: readonly Register[]): Register[] =>
      registers.filter((_, n) => grown[n]);
    if (grown.every((keep, n) => keep === kept[n]))
      return { ...line, lines, carried: pick(carried), start: pick(start), next: pick(next) };
    kept = grown;
  }
}
