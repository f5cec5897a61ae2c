import { main, prepare, run } from './environment.mjs';

/** `npm run worksheet`: see `worksheet.ts`. */
await main(() => {
  const environment = prepare();
  return run(environment, environment.node, ['src/tools/worksheet.ts', ...process.argv.slice(2)]);
});
