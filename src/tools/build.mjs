import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, prepare, root, run, Trouble } from './environment.mjs';

const INPUTS = [
  'src',
  'content',
  'components',
  'engine',
  'astro.config.mjs',
  'package-lock.json',
  'CITATION.cff',
];
const MARKER = join(root, '.out', 'built-from');

/** Builds the site into .out/site, unless it was built from these very files. */
export function build(environment, { force = false } = {}) {
  const from = fingerprint();
  const isCurrent = existsSync(MARKER) && readFileSync(MARKER, 'utf8') === from;
  if (isCurrent && !force && existsSync(join(root, '.out', 'site', 'index.html'))) return;
  process.stdout.write('Building the book …\n');
  if (run(environment, 'astro', ['build', '--silent']) !== 0)
    throw new Trouble('The book could not be built; the first message above says where.');
  mkdirSync(join(root, '.out'), { recursive: true });
  writeFileSync(MARKER, from);
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

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(() => build(prepare(), { force: true }));
