import { nearest, quoted } from '#engine/program/errors.ts';
import type { Override } from './based-on.ts';
import { overridesOf } from './overrides.ts';
import {
  readAbout,
  readFolders,
  type AboutChapter,
  type ChapterFolder,
  type Failed,
  type SectionFile,
} from './chapter-files.ts';
import { localPath, originalPath } from './content-files.ts';
import { ContentError, type ContentProblem } from './content-problem.ts';
import { slugOf, type Course } from './course.ts';
import { arranged } from './arranged.ts';

/** A section of the course, and the original that it stands in for. */
export interface CourseSection extends SectionFile {
  readonly original: SectionFile | undefined;
}

/** A chapter of the course, in the order in which it is read. */
export interface CourseChapter {
  readonly folder: string;
  readonly slug: string;
  readonly about: AboutChapter;
  readonly sections: readonly CourseSection[];
  /** The files of its exercises, by id. */
  readonly exercises: ReadonlyMap<string, string>;
}

/** What the course shows, in order, and what it leaves out. */
export interface CourseFiles {
  readonly chapters: readonly CourseChapter[];
  readonly hidden: readonly SectionFile[];
  /** What a fork put in the place of chapters, sections and exercises, its own among them. */
  readonly overrides: readonly Override[];
  readonly problems: readonly ContentProblem[];
  /** Whether a file could not be read, so that what refers to it cannot be judged. */
  readonly isPartial: boolean;
}

/** Reads the chapters of a course: a fork's files over the original's, in the order of the course. */
export function courseFiles(course: Course): CourseFiles {
  const problems: ContentProblem[] = [];
  let isPartial = false;
  const failed: Failed = (error, file) => {
    isPartial = true;
    problems.push(...(error instanceof ContentError ? error.problems : [unreadable(error, file)]));
  };
  const originals = readFolders(originalPath(''), failed);
  const locals = readFolders(localPath(''), failed);
  const standing = byId(originals, problems);
  const own = byId(locals, problems);
  const sections = new Map<string, CourseSection>(
    [...standing, ...own].map(([id, section]) => [
      id,
      { ...section, original: own.has(id) ? standing.get(id) : undefined },
    ]),
  );
  const rows = arranged(course, originals, locals, own, problems);
  const folderOf = (list: readonly ChapterFolder[], slug: string): ChapterFolder | undefined =>
    list.find((folder) => folder.slug === slug);
  const chapters = course.chapters.flatMap((named, index): CourseChapter[] => {
    const slug = slugOf(named);
    const folders = [folderOf(originals, slug), folderOf(locals, slug)];
    const [folder] = folders.flatMap((one) => one ?? []);
    const aboutFile = folders.flatMap((one) => one?.aboutFile ?? []).at(-1);
    if (folder === undefined || aboutFile === undefined) {
      const known = [...new Set([...originals, ...locals].map((one) => one.slug))];
      const near = nearest(slug, known);
      problems.push({
        ...course.place('chapters', index),
        found: `the chapter «${named}»`,
        expected: `a folder of content/chapters or content/local/chapters with a chapter.yaml`,
        hint: near.length > 0 ? `did you mean ${quoted(near)}?` : `there are ${quoted(known)}`,
      });
      return [];
    }
    try {
      return [
        {
          folder: folder.name,
          slug,
          about: readAbout(aboutFile),
          sections: (rows.find((row) => row.slug === slug)?.ids ?? []).map((id) =>
            sections.get(id)!,
          ),
          exercises: new Map(folders.flatMap((one) => [...(one?.exercises ?? [])])),
        },
      ];
    } catch (error) {
      failed(error, aboutFile);
      return [];
    }
  });
  const shown = new Set(chapters.flatMap((chapter) => chapter.sections.map(({ id }) => id)));
  return {
    chapters,
    hidden: [...sections.values()].filter(({ id }) => !shown.has(id)),
    overrides: overridesOf(originals, locals, failed),
    problems,
    isPartial,
  };
}

/** Sections by id; a second one of the same id is a mistake. */
function byId(
  folders: readonly ChapterFolder[],
  problems: ContentProblem[],
): Map<string, SectionFile> {
  const found = new Map<string, SectionFile>();
  for (const section of folders.flatMap((folder) => folder.sections)) {
    const before = found.get(section.id);
    if (before === undefined) found.set(section.id, section);
    else
      problems.push({
        file: section.source.file,
        line: 1,
        column: 1,
        found: `the id «${section.id}» a second time`,
        expected: 'an id of its own',
        hint: `it is already used in ${before.source.file}`,
      });
  }
  return found;
}

const unreadable = (error: unknown, file: string): ContentProblem => ({
  file,
  line: 1,
  column: 1,
  found: error instanceof Error ? error.message : String(error),
  expected: 'a file that can be read',
  hint: 'correct it',
});
