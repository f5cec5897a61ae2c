/** Where a thing goes: after another by its id, or to the start of its chapter. */
export const START = 'start';

/** One chapter as a list of ids. */
export interface Row {
  readonly slug: string;
  readonly ids: string[];
}

/** Something that names a place that there is not. */
export interface Lost {
  readonly id: string;
  readonly after: string;
}

/** Puts new ids into their rows, each after the one it names, which may itself be new. Returns those with no place. */
export function insertAll(
  rows: readonly Row[],
  inserts: readonly (Lost & { readonly slug: string })[],
): Lost[] {
  let left = [...inserts];
  for (;;) {
    const waiting = left.filter((insert) => !place(rows, insert.id, insert.after, insert.slug));
    if (waiting.length === 0 || waiting.length === left.length) return waiting;
    left = waiting;
  }
}

/** Moves ids that are there to other places. Returns those that are not there, or whose place is not. */
export function moveAll(rows: readonly Row[], moves: Readonly<Record<string, string>>): Lost[] {
  return Object.entries(moves).flatMap(([id, after]) => {
    const from = rows.find(({ ids }) => ids.includes(id));
    const isPlace = after === START || rows.some(({ ids }) => ids.includes(after) && after !== id);
    if (from === undefined || !isPlace) return [{ id, after }];
    from.ids.splice(from.ids.indexOf(id), 1);
    place(rows, id, after, from.slug);
    return [];
  });
}

/** Takes ids out. Returns those that were not there. */
export const hideAll = (rows: readonly Row[], hidden: readonly string[]): string[] =>
  hidden.filter((id) => {
    const row = rows.find(({ ids }) => ids.includes(id));
    row?.ids.splice(row.ids.indexOf(id), 1);
    return row === undefined;
  });

function place(rows: readonly Row[], id: string, after: string, slug: string): boolean {
  const row =
    after === START
      ? rows.find((one) => one.slug === slug)
      : rows.find(({ ids }) => ids.includes(after));
  if (row === undefined) return false;
  row.ids.splice(after === START ? 0 : row.ids.indexOf(after) + 1, 0, id);
  return true;
}
