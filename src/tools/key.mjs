import { findBrowser } from './browser.mjs';
import { main, prepare, run } from './environment.mjs';

/** `npm run key`: see `key.ts`. */
await main(() => {
  const environment = prepare();
  const words = process.argv.slice(2);
  const env = words.includes('--pdf') ? findBrowser(environment) : {};
  return run(environment, environment.node, ['src/tools/key.ts', ...words], { env });
});
