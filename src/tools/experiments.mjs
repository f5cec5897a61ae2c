import { main, prepare, run } from './environment.mjs';

/** `npm run experiments [-- NAME …]`: trains what the named experiments say, or all, and stores the results. */
await main(() => {
  const environment = prepare();
  return run(environment, environment.node, ['src/tools/experiments.ts', ...process.argv.slice(2)]);
});
