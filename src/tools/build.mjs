import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, prepare, root, run, Trouble } from './environment.mjs';
import { writeKeepList } from './keep-list.mjs';

const INPUTS = [
  'src',
  'content',
  'components',
  'engine',
  'astro.config.mjs',
  'package-lock.json',
  'CITATION.cff',
];

/**
 * Builds the site into .out/site, unless it was built from these very files. An edition of the course
 * other than its first is built into a folder of its name.
 * @param {{ node: string, env: object }} environment
 * @param {{ force?: boolean, edition?: string | undefined }} [options]
 */
export function build(environment, { force = false, edition } = {}) {
  const folder = edition ?? 'site';
  if (!/^[a-z][a-z0-9-]*$/.test(folder))
    throw new Trouble(`«${folder}» names no edition: content/course.yaml has them.`);
  const marker = join(root, '.out', `${folder}-built-from`);
  const from = fingerprint();
  const isCurrent = existsSync(marker) && readFileSync(marker, 'utf8') === from;
  if (isCurrent && !force && existsSync(join(root, '.out', folder, 'index.html'))) return;
  process.stdout.write(
    `Building the book${edition === undefined ? '' : `, edition ${edition}`} …\n`,
  );
  const env = edition === undefined ? {} : { EDITION: edition };
  const args = ['build', '--silent', '--outDir', join('.out', folder)];
  if (run(environment, 'astro', args, { env }) !== 0)
    throw new Trouble('The book could not be built; the first message above says where.');
  makeKeepable(environment, join(root, '.out', folder));
  mkdirSync(join(root, '.out'), { recursive: true });
  writeFileSync(marker, from);
}

/** Adds what lets a device keep the book; comes last, for the list names every file of the site. */
function makeKeepable(environment, site) {
  const worker = ['src/workers/keep.ts', `--outfile=${join(site, 'sw.js')}`];
  const options = ['--bundle', '--minify', '--format=iife', '--target=es2022', '--log-level=error'];
  if (run(environment, 'esbuild', [...worker, ...options]) !== 0)
    throw new Trouble(
      'The worker of the kept book could not be built; the message above says where.',
    );
  writeKeepList(site);
}

/** A hash of every file that the site is made from, and of where it will stand. */
function fingerprint() {
  const { BASE_PATH = '/', BOOK_ADDRESS = '' } = process.env;
  const hash = createHash('sha256').update(`${BASE_PATH} ${BOOK_ADDRESS}`);
  for (const input of INPUTS) addFile(hash, join(root, input));
  return hash.digest('hex');
}

function addFile(hash, path) {
  const entries = readEntries(path);
  if (entries === undefined) return hash.update(path).update(readFileSync(path));
  for (const name of entries.toSorted()) addFile(hash, join(path, name));
  return hash;
}

function readEntries(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The edition asked for with `--edition NAME`. */
function askedEdition() {
  const place = process.argv.indexOf('--edition');
  return place < 0 ? undefined : (process.argv[place + 1] ?? '');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(() => build(prepare(), { force: true, edition: askedEdition() }));
