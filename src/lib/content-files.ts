import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from './content-problem.ts';
import { parseYaml } from './yaml-text.ts';

const root = process.cwd();

/** The path of a file of the original, from the top of the repository. */
export const originalPath = (path: string): string => `content/${path}`;

/** The path of a fork's own file of the same name. */
export const localPath = (path: string): string => `content/local/${path}`;

/** Whether a file or folder, named from the top of the repository, is there. */
export const isThere = (file: string): boolean => existsSync(join(root, file));

/** The path of a file of the book, from the top of the repository: a fork's own stands in for its namesake. */
export const contentPath = (path: string): string =>
  isThere(localPath(path)) ? localPath(path) : originalPath(path);

/** Reads a file, named from the top of the repository. Errors: no such file. */
export function readText(file: string): string {
  if (!isThere(file))
    throw new ContentError({
      file,
      line: 1,
      column: 1,
      found: 'no such file',
      expected: `a file ${file}`,
      hint: 'write it, or correct the name that leads here',
    });
  return readFileSync(join(root, file), 'utf8');
}

/** Reads a file of the book as text. Errors: no such file. */
export const readContent = (path: string): string => readText(contentPath(path));

/** Whether the book has a file. */
export const hasContent = (path: string): boolean => isThere(contentPath(path));

/** The names in a folder, given from the top of the repository, in order; none where there is no folder. */
export const listFolder = (folder: string): string[] =>
  isThere(folder) ? readdirSync(join(root, folder)).toSorted() : [];

/** The names in a folder of the book that end as given, a fork's own among them, in order. */
export const listContent = (path: string, ending: string): string[] =>
  [...new Set([...listFolder(originalPath(path)), ...listFolder(localPath(path))])]
    .filter((name) => name.endsWith(ending))
    .toSorted();

/** Reads a YAML file of the book. Errors: a text that is not YAML, with its place. */
export const readYaml = (path: string): unknown =>
  parseYaml(readContent(path), contentPath(path), 0);

/** What the original and then, where there is one, a fork's file of the same name says. */
export const readLayers = (path: string): { readonly file: string; readonly value: unknown }[] =>
  [originalPath(path), localPath(path)]
    .filter((file, index) => index === 0 || isThere(file))
    .map((file) => ({ file, value: parseYaml(readText(file), file, 0) }));
