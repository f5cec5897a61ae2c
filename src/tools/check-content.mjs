import { main, prepare, run } from './environment.mjs';

/** `npm run check:content`: every mistake of all content, in one run. */
await main(() => {
  const environment = prepare();
  return run(environment, environment.node, [
    'src/tools/check-content.ts',
    ...process.argv.slice(2),
  ]);
});
