import { nearest, quoted } from '#engine/program/errors.ts';
import { basedOnNow, type BasedOn, type Override } from './based-on.ts';
import { readFolders } from './chapter-files.ts';
import { listFolder, localPath, originalPath, readText } from './content-files.ts';
import { courseFiles } from './course-files.ts';
import { readCourse } from './course.ts';

type Kind = Override['kind'];

/** A file of the original, and where a fork's version of it goes. */
export interface Copy {
  readonly original: string;
  readonly file: string;
}

/** What can be forked, by kind and id: a chapter is all of its files. */
export function copiesOf(kind: Kind, id: string): Copy[] {
  const known = candidates(kind);
  const found = known.get(id);
  if (found !== undefined) {
    const { overrides } = courseFiles(readCourse());
    return found.map((original) => ({
      original,
      file:
        overrides.find((override) => override.original === original)?.file ??
        original.replace(originalPath(''), localPath('')),
    }));
  }
  const ids = [...known.keys()];
  const near = nearest(id, ids);
  throw new Error(
    `The original has no ${kind} «${id}»; ${near.length > 0 ? `did you mean ${quoted(near)}?` : `there are ${quoted(ids)}.`}`,
  );
}

const throwing = (error: unknown): never => {
  throw error;
};

function candidates(kind: Kind): Map<string, string[]> {
  if (kind === 'experiment')
    return new Map(
      ['experiments', 'experiments/training'].flatMap((folder) =>
        listFolder(originalPath(folder))
          .filter((name) => name.endsWith('.yaml'))
          .map((name) => [name.replace(/\.yaml$/, ''), [originalPath(`${folder}/${name}`)]]),
      ),
    );
  return new Map(
    readFolders(originalPath(''), throwing).flatMap(
      ({ slug, aboutFile, sections, exercises }): [string, string[]][] => {
        const about = aboutFile === undefined ? [] : [aboutFile];
        const texts = sections.map(({ source }) => source.file);
        if (kind === 'chapter') return [[slug, [...about, ...texts, ...exercises.values()]]];
        if (kind === 'section') return sections.map(({ id, source }) => [id, [source.file]]);
        return [...exercises].map(([id, file]) => [id, [file]]);
      },
    ),
  );
}

/** The text of a fork's file that is made from the original as it stands. */
export const forked = (original: string): string =>
  withBasis(readText(original), original.endsWith('.mdx'), basedOnNow(original));

/** A text that says what it was made from; what it said before is replaced. */
export function withBasis(text: string, isMdx: boolean, { version, hash }: BasedOn): string {
  // in quotes, because forty digits would be read as a number
  const line = `basedOn: { version: ${version}, hash: '${hash}' }`;
  const cleared = text.replace(/^basedOn:.*\n/m, '');
  return isMdx ? cleared.replace(/^---\n/, `---\n${line}\n`) : `${line}\n${cleared}`;
}
