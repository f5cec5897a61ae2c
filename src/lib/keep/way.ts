import { LIST, NOTICE, WORKER } from './list.ts';

/** How a request is answered where the book is kept. */
export type Way =
  /** Pages and whatever may change under its name: nobody with a network reads a stale book. */
  | 'network first'
  /** Files that have their hash in their name never change. */
  | 'device first'
  /** Other places, and the files that tell what is new. */
  | 'not ours';

/** The way for a request to the book whose root is `base`. */
export function wayOf({ method, url }: { method: string; url: string }, base: string): Way {
  if (method !== 'GET' || !url.startsWith(base)) return 'not ours';
  const path = pathOf(url, base);
  if ([LIST, NOTICE, WORKER].includes(path)) return 'not ours';
  return path.startsWith('_astro/') ? 'device first' : 'network first';
}

/** The path by which the list names what stands at an address: no query, no fragment, no index.html. */
export function pathOf(url: string, base: string): string {
  const { origin, pathname } = new URL(url);
  return (origin + pathname).slice(base.length).replace(/(^|\/)index\.html$/, '$1');
}
