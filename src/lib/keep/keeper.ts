import { href } from '#src/lib/address.ts';
import { KeepFailure, keepBook } from './download.ts';
import { LIST, megabytes, WORKER, type KeepList } from './list.ts';
import { clearParts, clearShelves, wholeShelf } from './shelf.ts';

/** The root of the book that a page belongs to. */
export const rootOf = (page: Document): string => new URL(href('/'), page.baseURI).href;

/** Whether this browser, at this address, can keep a book at all. */
export const canKeep = (): boolean =>
  isSecureContext && 'caches' in window && 'serviceWorker' in navigator && 'locks' in navigator;

/** The version of the book that this device keeps. */
export async function keptList(base: string): Promise<KeepList | undefined> {
  const answer = await (await wholeShelf(base))?.match(base + LIST);
  return answer?.json() as Promise<KeepList> | undefined;
}

/**
 * Keeps the book as it is published now, and then lets its worker answer without network.
 * Errors: KeepFailure; then this device keeps what it kept before.
 */
export async function keepThisBook(
  base: string,
  signal: AbortSignal,
  told: (share: number) => void,
): Promise<void> {
  await alone(base, async () => {
    const list = await publishedList(base);
    await checkRoom(list);
    await keepBook(list, { base, signal, told: (bytes) => told(bytes / list.bytes) });
    try {
      const scope = new URL(base).pathname;
      await navigator.serviceWorker.register(base + WORKER, { scope, updateViaCache: 'none' });
      // a wish: a browser that grants it does not clear the book when room is short
      await navigator.storage.persist();
    } catch {
      await clearShelves(base);
      throw new KeepFailure('This browser lets no page work without network, so nothing was kept.');
    }
  });
}

/** Takes the book and its worker off this device. */
export async function letGo(base: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(base);
  await registration?.unregister();
  await clearShelves(base);
}

/** Tidies up after a download that a closed page has interrupted. */
export const tidy = (base: string): Promise<void> =>
  alone(base, () => clearParts(base)).catch(() => undefined);

/** Two pages that fetch at once would clear each other's shelves. */
async function alone(base: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(`unrolled ${base}`, { ifAvailable: true }, async (lock) => {
    if (lock === null) throw new KeepFailure('Another page is fetching the book already.');
    await work();
  });
}

async function publishedList(base: string): Promise<KeepList> {
  try {
    const answer = await fetch(base + LIST, { cache: 'no-store' });
    return (await answer.json()) as KeepList;
  } catch {
    throw new KeepFailure('The list of the book’s files could not be fetched; nothing was kept.');
  }
}

async function checkRoom({ bytes }: KeepList): Promise<void> {
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  if (quota - usage < bytes)
    throw new KeepFailure(
      `The book needs ${megabytes(bytes)}, and this browser gives it ${megabytes(Math.max(0, quota - usage))}; nothing was kept.`,
    );
}
