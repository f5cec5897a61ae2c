import { LIST, megabytes, type KeepList, type KeptFile } from './list.ts';
import { clearShelves, shelfName, wholeShelf } from './shelf.ts';

/** Why the book could not be kept, in one sentence. */
export class KeepFailure extends Error {}

export interface Download {
  /** Address of the root of the book. */
  readonly base: string;
  readonly signal: AbortSignal;
  /** Is told how many bytes of the list are there. */
  readonly told: (bytes: number) => void;
}

/** Files that are fetched at a time: as many as browsers open to one host. */
const AT_ONCE = 6;

/**
 * Puts the whole book on this device, or nothing of it; afterwards older versions are gone. Files that
 * an older version has too are not fetched again.
 * Errors: KeepFailure, when stopped too; what was kept before stays as it was.
 */
export async function keepBook(list: KeepList, download: Download): Promise<void> {
  const { base, signal } = download;
  const name = shelfName(base, list.version);
  try {
    await fill(await caches.open(name), list, download);
  } catch (error) {
    await caches.delete(name);
    throw new KeepFailure(sentence(error, list, signal));
  }
  await clearShelves(base, name);
}

async function fill(shelf: Cache, list: KeepList, download: Download): Promise<void> {
  const { base, signal, told } = download;
  const older = await olderFiles(base);
  const waiting = [...list.files];
  let bytes = 0;
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      signal.throwIfAborted();
      const answer = (await older(file)) ?? (await fetched(file, download));
      await shelf.put(base + file.path, answer);
      bytes += file.bytes;
      told(bytes);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    // where one has failed, the others need fetch nothing more
    waiting.length = 0;
  }
  signal.throwIfAborted();
  await shelf.put(base + LIST, Response.json(list));
}

/** Finds a file on the shelf of the version that is kept now, if it has the same bytes there. */
async function olderFiles(
  base: string,
): Promise<(file: KeptFile) => Promise<Response | undefined>> {
  const shelf = await wholeShelf(base);
  const list = (await (await shelf?.match(base + LIST))?.json()) as KeepList | undefined;
  const hashes = new Map(list?.files.map(({ path, hash }) => [path, hash]));
  return async ({ path, hash }) =>
    hashes.get(path) === hash ? shelf?.match(base + path) : undefined;
}

/** Errors: what the network says, a file that is not the one of the list. */
async function fetched({ path, hash }: KeptFile, { base, signal }: Download): Promise<Response> {
  const answer = await fetch(base + path, { signal, cache: 'no-cache' });
  if (!answer.ok)
    throw new KeepFailure(`The file «${path}» could not be fetched (${answer.status})`);
  const body = await answer.arrayBuffer();
  if ((await sha256(body)) !== hash)
    throw new KeepFailure(`The file «${path}» is not the one that was published`);
  const headers = new Headers(answer.headers);
  // the body is unpacked already
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  // made anew, because a browser refuses to open a page by an answer that was redirected
  return new Response(body, { headers });
}

async function sha256(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function sentence(error: unknown, { bytes }: KeepList, signal: AbortSignal): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (signal.aborted) return 'Stopped: nothing was kept.';
  if (error instanceof KeepFailure) return `${error.message}, so nothing was kept.`;
  if (name === 'QuotaExceededError')
    return `There is not enough room on this device for ${megabytes(bytes)}, so nothing was kept.`;
  return 'The network failed before the whole book was here, so nothing was kept.';
}
