import { main, prepare, run } from './environment.mjs';

/** `npm run fork`: takes a part of the original into content/local. */
await main(() => {
  const environment = prepare();
  return run(environment, environment.node, ['src/tools/fork.ts', ...process.argv.slice(2)]);
});
