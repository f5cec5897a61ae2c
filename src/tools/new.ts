import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { nearest, quoted } from '#engine/program/errors.ts';
import { readFolders } from '../lib/chapter-files.ts';
import { isThere, listFolder, localPath, originalPath, readText } from '../lib/content-files.ts';
import { readCourse, slugOf } from '../lib/course.ts';
import { fileName } from '../lib/file-name.ts';
import { ABOUT_COURSE, newChapter, newExercise, newSection, titleOf } from '../lib/templates.ts';

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
  const [kind = '', slug = '', ...more] = positionals;
  if (!['chapter', 'section', 'exercise'].includes(kind) || slug === '') throw new Error(USAGE);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || more.length > 0)
    throw new Error(
      `A slug has a–z, 0–9 and single hyphens: write «${fileName([slug, ...more].join(' '))}».`,
    );
  refuseTaken(kind, slug);
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
  const isForeign = home === localPath('') && standing(originalPath(''), chapter) !== undefined;
  if (isForeign && values.after === undefined)
    throw new Error(
      `Chapter ${chapter} is the original's: say --after and the id of the section that yours comes after.`,
    );
  refuseUnknownPlace(values.after);
  const number = String(listFolder(folder).filter((name) => name.endsWith('.mdx')).length + 1);
  const name = isForeign ? slug : `${number.padStart(2, '0')}-${slug}`;
  write(`${folder}/${name}.mdx`, newSection(slug, title, values.after));
}

/** An id of the book is not begun anew but taken over: otherwise two things would have one name. */
function refuseTaken(kind: string, slug: string): void {
  const taken = readFolders(originalPath(''), () => undefined).some((folder) =>
    kind === 'chapter'
      ? folder.slug === slug
      : kind === 'section'
        ? folder.sections.some(({ id }) => id === slug)
        : folder.exercises.has(slug),
  );
  if (taken)
    throw new Error(
      `The book has the ${kind} «${slug}» already: npm run fork -- ${kind} ${slug} makes it yours; a new one needs another slug.`,
    );
}

function refuseUnknownPlace(after: string | undefined): void {
  if (after === undefined || after === 'start') return;
  const known = [originalPath(''), localPath('')].flatMap((home) =>
    readFolders(home, () => undefined).flatMap(({ sections }) => sections.map(({ id }) => id)),
  );
  if (!known.includes(after))
    throw new Error(
      `There is no section «${after}»; did you mean ${quoted(nearest(after, new Set(known))) || 'another'}?`,
    );
}

const standing = (home: string, chapter: string) =>
  readFolders(home, () => undefined).find(({ slug }) => slug === chapter)?.name;

/** The folder of a chapter below a home: the one it has, or the one that the original's is called. */
function folderOf(home: string, chapter: string): string {
  const name = standing(home, chapter) ?? standing(originalPath(''), chapter);
  if (name !== undefined) return `${home}chapters/${name}`;
  const known = [originalPath(''), home].flatMap((place) =>
    readFolders(place, () => undefined).map(({ slug }) => slug),
  );
  const near = quoted(nearest(chapter, new Set(known)));
  throw new Error(
    `There is no chapter «${chapter}»: ${near === '' ? '' : `did you mean ${near}? `}npm run new -- chapter ${chapter} begins it.`,
  );
}

/** Adds a chapter to the end of a course; a fork's course file begins with the chapters of the original. */
function appoint(slug: string, file: string): void {
  const document = parseDocument(isThere(file) ? readText(file) : '');
  document.setIn(['chapters'], [...readCourse().chapters, slug]);
  const before = isThere(file) || file === originalPath('course.yaml') ? '' : ABOUT_COURSE;
  writeFileSync(file, `${before}${document.toString()}`);
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
