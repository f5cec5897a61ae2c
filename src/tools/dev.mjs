import { main, prepare, run } from './environment.mjs';

/** `npm run dev`: the book for authors, reloading as files change. */
await main(() =>
  run(prepare(), 'astro', ['dev', '--port', process.env.PORT ?? '4321', ...process.argv.slice(2)]),
);
