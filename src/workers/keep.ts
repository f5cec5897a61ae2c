import { clearShelves, wholeShelf } from '#src/lib/keep/shelf.ts';
import { readNotice } from '#src/lib/keep/list.ts';
import { pathOf, wayOf } from '#src/lib/keep/way.ts';

/**
 * The worker of a book that is kept: answers without network, and lets go of everything when it is told
 * to. It never fetches for the shelf and never changes it, so that what is kept is one whole version.
 */
interface KeepWorker extends EventTarget {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
}

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** How long a page waits for the network where the device has it, in milliseconds. */
const PATIENCE = 3000;

const worker = self as unknown as KeepWorker;
const base = worker.registration.scope;

// the worker holds no version of the book, so a new one can take over while somebody reads
worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => {
  (event as Lasting).waitUntil(worker.clients.claim());
});
worker.addEventListener('fetch', (event) => {
  const { request } = event as Asked;
  if (request.mode === 'navigate') (event as Lasting).waitUntil(obeySwitch());
  const way = wayOf(request, base);
  if (way === 'not ours') return;
  (event as Asked).respondWith(
    way === 'device first' ? deviceFirst(request) : networkFirst(request),
  );
});

/** The kill switch: a published notice that says «off» ends the worker and empties its shelves. */
async function obeySwitch(): Promise<void> {
  const notice = await readNotice(base);
  if (notice?.off !== true) return;
  await clearShelves(base);
  await worker.registration.unregister();
}

async function deviceFirst(request: Request): Promise<Response> {
  return (await keptAnswer(request)) ?? fetch(request);
}

async function networkFirst(request: Request): Promise<Response> {
  const fresh = fetch(request);
  const answer = await Promise.race([fresh.catch(() => undefined), patience()]);
  if (answer !== undefined && answer.status < 500) return answer;
  return (await keptAnswer(request)) ?? answer ?? fresh.catch(() => nowhere());
}

const patience = (): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE));

async function keptAnswer({ url }: Request): Promise<Response | undefined> {
  const shelf = await wholeShelf(base);
  const address = base + pathOf(url, base);
  const answer = await shelf?.match(address);
  if (answer !== undefined || shelf === undefined) return answer;
  // a server would add the slash
  const isFolder = (await shelf.match(`${address}/`)) !== undefined;
  return isFolder ? Response.redirect(`${address}/`) : undefined;
}

/** What a server would say of an address that the book does not have. */
async function nowhere(): Promise<Response> {
  const page = await (await wholeShelf(base))?.match(`${base}404.html`);
  if (page === undefined) return Response.error();
  return new Response(page.body, { status: 404, headers: page.headers });
}
