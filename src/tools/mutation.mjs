import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installIn, main, prepare, root, run } from './environment.mjs';

/**
 * `npm run mutation [-- FILES]`: changes the engine in thousands of small ways and counts how many the tests
 * notice. FILES are globs, for example engine/learn/*.ts; the default is the whole engine, about an hour. The
 * report is .out/mutation/report.html.
 */
await main(() => {
  const environment = prepare();
  const folder = join(root, 'tests', 'mutation');
  if (!existsSync(join(folder, 'node_modules'))) installIn(folder, 'Stryker, for this test alone');
  const files = process.argv.slice(2);
  return run(environment, join(folder, 'node_modules', '.bin', 'stryker'), [
    'run',
    'tests/mutation/stryker.config.mjs',
    ...(files.length > 0 ? ['--mutate', files.join(',')] : []),
  ]);
});
