import { mkdirSync, writeFileSync } from 'node:fs';
import { book } from '../lib/book.ts';
import { teachersKey } from '../lib/teacher-papers.ts';

/** `npm run key -- [CHAPTER …]`: writes the teacher’s key of some chapters, or of all; never into the site. */
const asked = process.argv.slice(2);
const { assembled } = book();
const chapters = assembled.filter(({ slug }) => asked.length === 0 || asked.includes(slug));
if (chapters.length < asked.length || chapters.length === 0) {
  const slugs = assembled.map(({ slug }) => slug).join(', ');
  process.stderr.write(`No such chapter among «${asked.join(' ')}»; there are ${slugs}.\n`);
  process.exitCode = 1;
} else {
  const name = asked.length === 0 ? 'key.html' : `key-${asked.join('-')}.html`;
  mkdirSync('.out/pack', { recursive: true });
  writeFileSync(`.out/pack/${name}`, teachersKey(chapters));
  process.stdout.write(`.out/pack/${name}\n`);
}
