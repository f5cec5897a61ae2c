import { LIST } from './list.ts';

/** Where this device keeps one version of the book. */
export const shelfName = (base: string, version: string): string => `${prefixOf(base)}${version}`;

/**
 * The shelf of the whole book that this device keeps, the newest if there are two. A shelf is whole as
 * soon as the list stands on it, which is put there last.
 */
export async function wholeShelf(base: string): Promise<Cache | undefined> {
  for (const name of (await shelvesOf(base)).toReversed()) {
    const shelf = await caches.open(name);
    if ((await shelf.match(base + LIST)) !== undefined) return shelf;
  }
  return undefined;
}

/** Takes away what an interrupted download left, which no page would ever read. */
export async function clearParts(base: string): Promise<void> {
  for (const name of await shelvesOf(base)) {
    const isWhole = (await (await caches.open(name)).match(base + LIST)) !== undefined;
    if (!isWhole) await caches.delete(name);
  }
}

/** Empties every shelf of the book, but the one called `except`. */
export async function clearShelves(base: string, except?: string): Promise<void> {
  const names = (await shelvesOf(base)).filter((name) => name !== except);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Other books, and other pages of the same host, have shelves of their own. */
const prefixOf = (base: string): string => `unrolled ${base} `;

async function shelvesOf(base: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefixOf(base)));
}
