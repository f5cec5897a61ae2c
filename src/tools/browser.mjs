import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, Trouble } from './environment.mjs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Returns the environment for browser tests. In order: CHROMIUM_PATH, a browser already present,
 * Debian's own where we may install it, else the one that Playwright fetches.
 */
export function findBrowser(environment) {
  const present = findPresent();
  if (present !== undefined) return { CHROMIUM_PATH: present };
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    process.stdout.write('Installing Chromium …\n');
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    };
    run(environment, 'apt-get', ['update', '-qq'], quiet);
    run(
      environment,
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      quiet,
    );
    const installed = findPresent();
    if (installed !== undefined) return { CHROMIUM_PATH: installed };
  }
  if (run(environment, 'playwright', ['install', 'chromium']) !== 0)
    throw new Trouble(
      'No Chromium was found or could be fetched: install one and set CHROMIUM_PATH to it.',
    );
  return {};
}

const findPresent = () =>
  [process.env.CHROMIUM_PATH, ...USUAL].find((path) => path && existsSync(path) && runs(path));

/** Some paths hold a stub that only says how to install the browser. */
const runs = (path) => spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
