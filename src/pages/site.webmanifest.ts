import type { APIRoute } from 'astro';
import { href } from '#src/lib/address.ts';
import { book } from '#src/lib/book.ts';

/** How the book stands on a home screen. */
export const GET: APIRoute = () => {
  const { title, subtitle } = book();
  const png = (size: number): object => ({
    src: href(`/icon-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
  });
  return Response.json(
    {
      name: `${title}: ${subtitle}`,
      short_name: title,
      lang: 'en',
      start_url: href('/'),
      scope: href('/'),
      display: 'minimal-ui',
      background_color: '#fbf8f2',
      theme_color: '#fbf8f2',
      icons: [
        { src: href('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
        png(192),
        png(512),
      ],
    },
    { headers: { 'content-type': 'application/manifest+json' } },
  );
};
