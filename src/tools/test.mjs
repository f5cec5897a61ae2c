import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import {
  astroTypes,
  close,
  format,
  lint,
  playwright,
  runAll,
  svelteTypes,
  vitest,
} from './checks.mjs';
import { main, prepare, Trouble } from './environment.mjs';

const site = {
  name: 'build',
  run: (environment) => attempt(() => build(environment, { force: true })),
};

const student = {
  name: 'build of the student edition',
  run: (environment) => attempt(() => build(environment, { edition: 'student' })),
};

const browser = {
  name: 'browser tests',
  run: (environment) => {
    let found;
    const outcome = attempt(() => (found = findBrowser(environment)));
    return outcome.failed > 0 ? outcome : playwright(found).run(environment);
  },
};

/** Counts one check; what a reader can mend is printed, so that the checks after it still run. */
function attempt(work) {
  try {
    work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    process.stdout.write(`${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
}

/** `npm test`: installs what is missing, then every check there is; ends with the true sum. */
await main(() => {
  const environment = prepare();
  const checks = [astroTypes, svelteTypes, lint, format, vitest(), site, student, browser];
  return close(runAll(environment, checks));
});
