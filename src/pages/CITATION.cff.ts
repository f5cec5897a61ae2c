import type { APIRoute } from 'astro';
import { book } from '#src/lib/book.ts';
import { citationFile } from '#src/lib/credits.ts';

/** How this book, fork or original, wants to be cited. */
export const GET: APIRoute = () => new Response(citationFile(book()));
