import { main, prepare, run } from './environment.mjs';

/** `npm run new`: begins a chapter, a section or an exercise. */
await main(() => {
  const environment = prepare();
  return run(environment, environment.node, ['src/tools/new.ts', ...process.argv.slice(2)]);
});
