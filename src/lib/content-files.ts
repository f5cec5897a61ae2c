import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import { ContentError } from './content-problem.ts';

const root = process.cwd();

/** The path of a file of the book, from the top of the repository. */
export const contentPath = (path: string): string => join('content', path);

/** Reads a file of the book as text. Errors: no such file. */
export function readContent(path: string): string {
  const file = join(root, contentPath(path));
  if (!existsSync(file))
    throw new ContentError({
      file: contentPath(path),
      line: 1,
      column: 1,
      found: 'no such file',
      expected: `a file ${contentPath(path)}`,
      hint: 'write it, or correct the name that leads here',
    });
  return readFileSync(file, 'utf8');
}

/** Whether the book has a file. */
export const hasContent = (path: string): boolean => existsSync(join(root, contentPath(path)));

/** The names in a folder of the book that end as given, in order; none where there is no folder. */
export function listContent(path: string, ending: string): string[] {
  const folder = join(root, contentPath(path));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted();
}

/** Reads a YAML file of the book. Errors: a text that is not YAML, with its place. */
export function readYaml(path: string): unknown {
  return parseYaml(readContent(path), contentPath(path), 0);
}

/** Reads YAML that begins `lineOffset` lines into a file. Errors: those of YAML, with their place. */
export function parseYaml(text: string, file: string, lineOffset: number): unknown {
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line = 1, col = 1 } = error.linePos?.[0] ?? {};
    throw new ContentError({
      file,
      line: line + lineOffset,
      column: col,
      found: error.message.split('\n')[0] ?? 'an error',
      expected: 'valid YAML',
      hint: 'check the indentation, and quote texts that contain «: »',
    });
  }
  return document.toJS();
}

/** A path as messages show it. */
export const shownPath = (path: string): string => relative(root, path).replaceAll('\\', '/');
