import { main, prepare, run } from './environment.mjs';

/** `npm run key`: see `key.ts`. */
await main(() => {
  const environment = prepare();
  return run(environment, environment.node, ['src/tools/key.ts', ...process.argv.slice(2)]);
});
