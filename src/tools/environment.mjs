import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Something the reader of the terminal can mend: one sentence, no stack. */
export class Trouble extends Error {}

/** Prints a Trouble as one sentence and ends with code 1; anything else is a bug and keeps its stack. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}

/**
 * Makes the machine ready: a Node that is new enough, and the packages of the lockfile.
 * Returns the Node to run things with and the environment to run them in.
 */
export function prepare() {
  const node = findNode();
  const env = {
    ...process.env,
    PATH: dirname(node) + delimiter + process.env.PATH,
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_PREVIEW_BACKGROUND: '0',
    ASTRO_DEV_BACKGROUND: '0',
  };
  installPackages();
  return { node, env };
}

/** Astro needs Node 22.12; on an older one a private Node comes as an npm package, for this folder alone. */
function findNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath;
  if (major < 20)
    throw new Trouble(
      `Node ${process.versions.node} is too old: install Node 20 or newer, then try again.`,
    );
  const folder = join(root, '.runtime');
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const binary = join(folder, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  if (!existsSync(binary)) {
    installIn(folder, 'a current Node for this folder alone');
  }
  if (!existsSync(binary))
    throw new Trouble(
      `Node ${process.versions.node} is too old for the site, and no newer one could be fetched for ${process.platform} ${process.arch}: check the network, or install Node 22.12 or newer.`,
    );
  return binary;
}

/** Installs a package of its own from its lockfile; `what` says to the reader what that is. */
export function installIn(folder, what) {
  process.stdout.write(`Fetching ${what} …\n`);
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
}

/** Installs from the lockfile, unless what is installed came from this very lockfile. */
function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const marker = join(root, 'node_modules', '.lock-sha256');
  if (existsSync(marker) && readFileSync(marker, 'utf8').trim() === lock) return;
  process.stdout.write('Installing packages …\n');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], root);
  writeFileSync(marker, lock);
}

/** Runs npm, whichever way this script was started. Errors: no network, or what npm says first. */
export function npm(args, cwd) {
  const cli = process.env.npm_execpath;
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const options = { cwd, env, encoding: 'utf8', stdio: ['ignore', 'inherit', 'pipe'] };
  const result = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status === 0) return;
  const said = result.stderr ?? '';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|network/i.test(said))
    throw new Trouble('The npm registry cannot be reached: check the network, then try again.');
  const first = said.split('\n').find((line) => /npm (error|ERR!)/.test(line)) ?? 'no message';
  throw new Trouble(
    `Packages could not be installed (${first.replace(/^npm (error|ERR!)\s*/, '')}): delete node_modules, then try again.`,
  );
}

/** Runs a program of node_modules/.bin or any other, showing what it prints; returns its exit code. */
export function run({ env }, command, args, options = {}) {
  const local = join(root, 'node_modules', '.bin', command);
  const file = existsSync(local) ? local : command;
  const result = spawnSync(file, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
    env: { ...env, ...options.env },
  });
  return result.status ?? 1;
}
