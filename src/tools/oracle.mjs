import { resolve } from 'node:path';
import { main, prepare, run } from './environment.mjs';

/** `npm run oracle -- DIR`: every reference case of a folder against the engine. */
await main(() => {
  const environment = prepare();
  const folders = process.argv
    .slice(2)
    .map((folder) => resolve(process.env.INIT_CWD ?? '.', folder));
  return run(environment, environment.node, ['tests/oracle/run.ts', ...folders]);
});
