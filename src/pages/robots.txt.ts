import type { APIRoute } from 'astro';
import { wholeAddress } from '#src/lib/site-address.ts';

/** Everyone may read everything. */
export const GET: APIRoute = () => {
  const sitemap = wholeAddress('/sitemap.xml');
  return new Response(
    `User-agent: *\nAllow: /\n${sitemap === undefined ? '' : `\nSitemap: ${sitemap}\n`}`,
  );
};
