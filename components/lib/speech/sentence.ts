/** A piece of a formula in the order of speaking. */
export interface Item {
  readonly kind: 'term' | 'operator' | 'prefix' | 'function' | 'open' | 'close' | 'fence' | 'pause';
  readonly say: string;
  /** Digits stand together with those before them. */
  readonly isDigit?: boolean;
  /** Ends in words that the next ones could be taken to belong to: a pause goes in between. */
  readonly isLong?: boolean;
  /** The power of a bracket, said after it closes. */
  readonly power?: string;
}

export const term = (say: string, isLong = false): Item => ({ kind: 'term', say, isLong });

/** Whether items are one thing that needs no brackets around it. */
export const isSimple = (items: readonly Item[]): boolean =>
  items.length === 1 && items[0]?.kind === 'term' && items[0].isLong !== true;

/** Says items one after the other; `between` stands between factors. */
export function sentence(items: readonly Item[], between = 'times'): string {
  const words: string[] = [];
  const list = joinedDigits(items);
  let follows = false;
  for (let n = 0; n < list.length; n++) {
    const item = list[n] as Item;
    if (item.kind === 'pause') {
      words.push(item.say);
      follows = false;
      continue;
    }
    if (item.kind === 'operator' || item.kind === 'close') {
      words.push(item.say);
      follows = false;
      continue;
    }
    if (follows && between !== '') words.push(between);
    follows = item.kind !== 'prefix';
    const isLast = (index: number): boolean => index >= list.length - 1;
    if (item.kind === 'open' || item.kind === 'fence') {
      const end = closing(list, n);
      const inner = list.slice(n + 1, end);
      words.push(bracketed(item, inner, list[end], isLast(end), between));
      n = end;
    } else if (item.kind === 'function') {
      const end = list[n + 1]?.kind === 'open' ? closing(list, n + 1) : n;
      if (end === n) {
        words.push(`${item.say} of`);
        follows = false;
      } else {
        const inner = list.slice(n + 2, end);
        words.push(applied(item.say, inner, list[end], isLast(end)));
        n = end;
      }
    } else {
      words.push(item.isLong === true && !isLast(n) ? `${item.say},` : item.say);
    }
  }
  return words
    .join(' ')
    .replaceAll(/\s+([,;])/g, '$1')
    .replaceAll(/,(?=[,;])/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Digits and points are read as numbers: 0 . 9 8 → 0.98. */
function joinedDigits(items: readonly Item[]): Item[] {
  const list: Item[] = [];
  for (const item of items) {
    const before = list.at(-1);
    if (item.isDigit === true && before?.isDigit === true && /^[\d.]+$/.test(before.say))
      list[list.length - 1] = { ...item, say: before.say + item.say };
    else list.push(item);
  }
  return list;
}

/** The index of what closes the bracket at n, or the end. */
function closing(list: readonly Item[], n: number): number {
  const opening = list[n] as Item;
  let depth = 0;
  for (let index = n + 1; index < list.length; index++) {
    const item = list[index] as Item;
    if (opening.kind === 'fence' && item.kind === 'fence' && depth === 0) return index;
    if (item.kind === 'open') depth += 1;
    if (item.kind === 'close' && depth-- === 0) return index;
  }
  return list.length;
}

/** «f of x», and for an argument of several words also where it ends, if anything follows. */
function applied(
  name: string,
  inner: readonly Item[],
  close: Item | undefined,
  isLast: boolean,
): string {
  const argument = sentence(inner);
  const power = close?.power === undefined ? '' : `, ${close.power}`;
  if (isSimple(joinedDigits(inner))) return `${name} of ${argument}${power}`;
  return `${name} of ${argument}${isLast && power === '' ? '' : ', end,'}${power.replace(',', '')}`;
}

function bracketed(
  open: Item,
  inner: readonly Item[],
  close: Item | undefined,
  isLast: boolean,
  between: string,
): string {
  const power = close?.power === undefined ? '' : ` ${close.power}`;
  if (open.kind === 'fence') {
    const said = sentence(inner);
    const isPlain = isSimple(joinedDigits(inner));
    return `${open.say} ${said}${isPlain ? '' : ', end'}${power === '' ? '' : `,${power}`}${isLast || isPlain ? '' : ','}`;
  }
  return `open ${open.say} ${sentence(inner, between)} close ${open.say}${power}`;
}
