import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { readFolders } from '../lib/chapter-files.ts';
import { isThere, listFolder, localPath, originalPath, readText } from '../lib/content-files.ts';
import { readCourse, slugOf } from '../lib/course.ts';
import { newChapter, newExercise, newSection, titleOf } from '../lib/templates.ts';

const USAGE =
  'Say what to begin: npm run new -- chapter SLUG, npm run new -- section SLUG --in CHAPTER [--after SECTION],\n' +
  'or npm run new -- exercise SLUG --in CHAPTER. It goes to content/local; with --original, to content.';

/** Begins a chapter, a section or an exercise, with the fields that it needs. */
function main(): void {
  const { positionals, values } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: {
      in: { type: 'string' },
      after: { type: 'string' },
      original: { type: 'boolean', default: false },
    },
  });
  const [kind, slug = ''] = positionals;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new Error(`${USAGE}\nA slug has a–z, 0–9 and single hyphens.`);
  const home = values.original ? originalPath('') : localPath('');
  const title = titleOf(slug);
  if (kind === 'chapter') {
    const folder = `${home}chapters/${slug}`;
    write(`${folder}/chapter.yaml`, newChapter(title));
    write(`${folder}/01-${slug}-begins.mdx`, newSection(`${slug}-begins`, title, undefined));
    return appoint(slug, `${home}course.yaml`);
  }
  if (values.in === undefined) throw new Error(USAGE);
  const chapter = slugOf(values.in);
  const folder = folderOf(home, chapter);
  if (kind === 'exercise') {
    write(`${folder}/exercises/${slug}.mdx`, newExercise(slug, title));
    process.stdout.write(`Put <Exercise id="${slug}" /> in the section where it belongs.\n`);
    return;
  }
  if (kind !== 'section') throw new Error(USAGE);
  const isForeign = home === localPath('') && standing(originalPath(''), chapter) !== undefined;
  if (isForeign && values.after === undefined)
    throw new Error(
      `Chapter ${chapter} is the original's: say --after and the id of the section that yours comes after.`,
    );
  const number = String(listFolder(folder).filter((name) => name.endsWith('.mdx')).length + 1);
  const name = isForeign ? slug : `${number.padStart(2, '0')}-${slug}`;
  write(`${folder}/${name}.mdx`, newSection(slug, title, values.after));
}

const standing = (home: string, chapter: string) =>
  readFolders(home, () => undefined).find(({ slug }) => slug === chapter)?.name;

/** The folder of a chapter below a home: the one it has, or the one that the original's is called. */
function folderOf(home: string, chapter: string): string {
  const name = standing(home, chapter) ?? standing(originalPath(''), chapter);
  if (name !== undefined) return `${home}chapters/${name}`;
  throw new Error(`There is no chapter «${chapter}»: npm run new -- chapter ${chapter} begins it.`);
}

/** Adds a chapter to the end of a course; a fork's course file begins with the chapters of the original. */
function appoint(slug: string, file: string): void {
  const document = parseDocument(isThere(file) ? readText(file) : '');
  document.setIn(['chapters'], [...readCourse().chapters, slug]);
  writeFileSync(file, document.toString());
  process.stdout.write(`${file} has it as its last chapter; put it where it belongs.\n`);
}

function write(file: string, text: string): void {
  if (isThere(file)) throw new Error(`${file} is there already.`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  process.stdout.write(`${file} begins\n`);
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
