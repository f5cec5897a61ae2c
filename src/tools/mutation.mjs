import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installIn, main, prepare, root, run, Trouble } from './environment.mjs';

const FOUND = join(root, '.out', 'mutation', 'incremental.json');

/**
 * `npm run mutation [-- FILES]`: changes the engine in thousands of small ways and counts how many the tests
 * notice. FILES are globs, for example engine/learn/*.ts; the default is the whole engine, a matter of hours. What was
 * found is kept, and only what changed since is tried again; `-- --survivors` tries those again that were not
 * noticed, with more patience. The report is .out/mutation/report.html; tests/mutation/README.md says how to read it.
 */
await main(() => {
  const environment = prepare();
  const folder = join(root, 'tests', 'mutation');
  if (!existsSync(join(folder, 'node_modules'))) installIn(folder, 'Stryker, for this test alone');
  const stryker = (...options) =>
    run(environment, join(folder, 'node_modules', '.bin', 'stryker'), [
      'run',
      'tests/mutation/stryker.config.mjs',
      ...options,
    ]);
  const given = process.argv.slice(2);
  if (given.includes('--survivors')) return stryker('--force', '--mutate', survivors().join(','));
  return given.length > 0 ? stryker('--mutate', given.join(',')) : stryker();
});

/** The places of the mutants that no test noticed so far. Errors: nothing was tried yet. */
function survivors() {
  if (!existsSync(FOUND))
    throw new Trouble('No mutants were tried yet: run `npm run mutation` first.');
  const { files } = JSON.parse(readFileSync(FOUND, 'utf8'));
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived')
      .map(
        ({ location: { start, end } }) =>
          `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`,
      ),
  );
}
