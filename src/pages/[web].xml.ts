import type { APIRoute } from 'astro';
import { book } from '#src/lib/book.ts';
import { thisRelease } from '#src/lib/this-release.ts';
import { feed, sitemap } from '#src/lib/feed.ts';
import { numberedFigures } from '#src/lib/figure-pages.ts';
import { placesOf } from '#src/lib/places.ts';
import { wholeAddress } from '#src/lib/site-address.ts';

/** The sitemap and the feed; both name pages by whole addresses, so without one there is neither. */
export const getStaticPaths = (): { params: { web: string } }[] =>
  wholeAddress('/') === undefined ? [] : ['sitemap', 'feed'].map((web) => ({ params: { web } }));

export const GET: APIRoute = ({ params }) => {
  const at = (path: string): string => wholeAddress(path) ?? path;
  const pages = [...placesOf(book()).keys(), ...numberedFigures().map(({ page }) => page)];
  const text = params['web'] === 'feed' ? feed(book(), thisRelease(), at) : sitemap(pages.map(at));
  return new Response(text, { headers: { 'content-type': 'application/xml' } });
};
