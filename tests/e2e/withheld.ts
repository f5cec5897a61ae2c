import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { book } from '#src/lib/book.ts';
import { listContent, readContent } from '#src/lib/content-files.ts';
import type { ExerciseFrontMatter } from '#src/lib/exercise-schema.ts';
import { read } from '#tests/content/answers/made.ts';

/** A piece of what only teachers may know, and where it comes from. */
export interface Withheld {
  readonly exercise: string;
  readonly words: string;
}

/** Everything that a student edition must not hold, cut where a page would put a number or a formula. */
export function withheld(): Withheld[] {
  const told = bare(
    book()
      .assembled.flatMap(({ folder }) => [
        ...listContent(`chapters/${folder}`, '.mdx').map((name) => `chapters/${folder}/${name}`),
      ])
      .map(readContent)
      .concat(widgets())
      .concat(exercises().map(({ question, front }) => `${question} ${shownOf(front)}`))
      .join(' '),
  );
  return exercises()
    .flatMap(({ front, solution }) =>
      [...secretsOf(front), solution].flatMap((text) =>
        pieces(text).map((words) => ({ exercise: front.id, words })),
      ),
    )
    .filter(({ words }) => !told.includes(words));
}

/** The sentences that figures say, which an answer may repeat. */
const widgets = (): string[] =>
  ['components/views', 'components/widgets'].flatMap((folder) =>
    readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')),
  );

/** Which of the pieces stand in a file of a folder, in whatever it writes them. */
export function leaks(folder: string, secrets: readonly Withheld[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(woff2?|png|wasm)$/.test(entry.name))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = textOf(path);
      const written = [bare(text), bare(text.replace(/<[^<>]*>/g, ''))];
      return secrets
        .filter(({ words }) => written.some((form) => form.includes(words)))
        .map(({ exercise, words }) => `${path}: ${exercise}: «${words}»`);
    });
}

function exercises(): { front: ExerciseFrontMatter; question: string; solution: string }[] {
  return book().assembled.flatMap(({ folder }) =>
    listContent(`chapters/${folder}/exercises`, '.mdx').map((file) => {
      const text = readContent(`chapters/${folder}/exercises/${file}`).replace(
        /^---[^]*?\n---/,
        '',
      );
      const [question = '', solution = ''] = text.split('<Solution>');
      return { front: read(folder, file).front, question, solution };
    }),
  );
}

/** Sentences that no page without answers may hold. */
function secretsOf(front: ExerciseFrontMatter): string[] {
  const said = (list: readonly { say?: string | undefined }[]): string[] =>
    list.map(({ say = '' }) => say);
  const common = [front.right ?? ''];
  if (front.kind === 'choice') return [...common, ...said(front.options)];
  if (front.kind === 'match') return [...common, ...said(front.items)];
  return [...common, ...said(front.mistakes)];
}

/** Sentences that every page holds: labels, options, items, and hints, which students may have. */
function shownOf(front: ExerciseFrontMatter): string {
  const options = front.kind === 'choice' || front.kind === 'match' ? front.options : [];
  const items = front.kind === 'order' || front.kind === 'match' ? front.items : [];
  return [front.ask, ...front.hints, ...[...options, ...items].map(({ text }) => text)].join(' ');
}

/** Runs of words between formulas, numbers, code and tags; short ones say nothing and are left out. */
const pieces = (text: string): string[] =>
  text
    .split(/\$[^$]*\$|`[^`]*`|\{[^}]*\}|<[^>]*>|[.?!:;|]\s|\n\s*[-|]/)
    .map(bare)
    .filter((words) => words.split(' ').filter((word) => /\p{L}{2}/u.test(word)).length >= 4);

/** Letters and digits alone, so that entities, quotes and line breaks do not hide a sentence. */
const bare = (text: string): string =>
  text
    .replace(/&(#\d+|#x[\da-f]+|[a-z]+);/gi, ' ')
    .replace(/\\[nrt]/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function textOf(path: string): string {
  const bytes = readFileSync(path);
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isZipped ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .replace(/&(lt|#60|#x3c);/gi, '<')
    .replace(/&(gt|#62|#x3e);/gi, '>');
}
