import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './environment.mjs';

/** One thing that either holds or does not. */
const single = (name, command, args) => ({
  name,
  run: (environment) => {
    const isPassed = run(environment, command, args) === 0;
    return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1 };
  },
});

export const astroTypes = single('types of pages', 'astro', ['check', '--silent']);
export const svelteTypes = single('types of widgets', 'svelte-check', [
  '--fail-on-warnings',
  '--output',
  'human',
]);
export const lint = single('lint', 'eslint', ['.']);
export const format = single('format', 'prettier', ['--check', '--log-level', 'warn', '.']);

/** Vitest, with what more it is told. */
export const vitest = (args = []) => ({
  name: 'unit, law, oracle, content and architecture tests',
  run: (environment) => {
    const report = join(root, '.out', 'vitest.json');
    rmSync(report, { force: true });
    const code = run(environment, 'vitest', [
      'run',
      ...args,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    return counted(report, code, ({ numPassedTests, numFailedTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
    }));
  },
});

/** Playwright against the built site. */
export const playwright = (browserEnv) => ({
  name: 'browser tests',
  run: (environment) => {
    const report = join(root, '.out', 'playwright.json');
    rmSync(report, { force: true });
    const code = run(environment, 'playwright', ['test'], { env: browserEnv });
    return counted(report, code, ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
    }));
  },
});

/** Reads a runner's own count; a runner that failed without a failed test counts as one failure. */
function counted(report, code, read) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { passed, failed } = read(JSON.parse(readFileSync(report, 'utf8')));
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** Runs checks one after the other, prints each one's outcome and returns the sums. */
export function runAll(environment, checks) {
  const totals = { passed: 0, failed: 0 };
  for (const check of checks) {
    process.stdout.write(`\n— ${check.name}\n`);
    const { passed, failed } = check.run(environment);
    process.stdout.write(`  ${passed} passed, ${failed} failed: ${check.name}\n`);
    totals.passed += passed;
    totals.failed += failed;
  }
  return totals;
}

/** Prints the closing line and returns the exit code. */
export function close({ passed, failed }) {
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
