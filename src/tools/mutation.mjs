import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installIn, main, prepare, root, run, Trouble } from './environment.mjs';
import { tableOf } from './mutation-table.mjs';

const FOUND = join(root, '.out', 'mutation', 'incremental.json');

/**
 * `npm run mutation [-- FILES]`: changes the engine in thousands of small ways and counts how many the tests
 * notice. FILES are globs, for example engine/learn/*.ts; the default is the whole engine, a matter of hours. What was
 * found is kept, and only what changed since is tried again; `-- --survivors` tries those again that were not
 * noticed, with more patience, and `-- --table` prints the scores by folder. The report is .out/mutation/report.html;
 * tests/mutation/README.md says how to read it.
 */
await main(() => {
  const given = process.argv.slice(2);
  if (given.includes('--table')) return void process.stdout.write(tableOf(found()));
  const environment = prepare();
  const folder = join(root, 'tests', 'mutation');
  if (!existsSync(join(folder, 'node_modules'))) installIn(folder, 'Stryker, for this test alone');
  const stryker = (...options) =>
    run(environment, join(folder, 'node_modules', '.bin', 'stryker'), [
      'run',
      'tests/mutation/stryker.config.mjs',
      ...options,
    ]);
  if (given.includes('--survivors')) return stryker('--force', '--mutate', survivors().join(','));
  return given.length > 0 ? stryker('--mutate', given.join(',')) : stryker();
});

/** What was found so far. Errors: nothing was tried yet. */
function found() {
  if (existsSync(FOUND)) return JSON.parse(readFileSync(FOUND, 'utf8'));
  throw new Trouble('No mutants were tried yet: run `npm run mutation` first.');
}

/** The places of the mutants that no test noticed, as Stryker takes them: its columns count from 0. */
const survivors = () =>
  Object.entries(found().files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived')
      .map(({ location: { start, end } }) => {
        const [from, to] = [start, end].map(({ line, column }) => `${line}:${column - 1}`);
        return `${file}:${from}-${to}`;
      }),
  );
