import { nearest, quoted } from '#engine/program/errors.ts';
import type { ChapterFolder, SectionFile } from './chapter-files.ts';
import type { ContentProblem } from './content-problem.ts';
import type { Course } from './course.ts';
import { hideAll, insertAll, moveAll, START, type Row } from './section-order.ts';

/** The ids of the sections of every chapter, in order: the original's, new ones put in, moved, hidden. */
export function arranged(
  course: Course,
  originals: readonly ChapterFolder[],
  locals: readonly ChapterFolder[],
  own: ReadonlyMap<string, SectionFile>,
  problems: ContentProblem[],
): Row[] {
  const isOwn = ({ slug }: ChapterFolder): boolean => originals.every((one) => one.slug !== slug);
  const ids = (sections: readonly SectionFile[]): string[] => sections.map(({ id }) => id);
  const inFileOrder = (folder: ChapterFolder): SectionFile[] =>
    folder.sections.filter(({ after }) => after === undefined);
  const rows = [
    ...originals.map(({ slug, sections }): Row => ({ slug, ids: ids(sections) })),
    ...locals.filter(isOwn).map((folder): Row => ({
      slug: folder.slug,
      ids: ids(inFileOrder(folder)),
    })),
  ];
  const placed = new Set(rows.flatMap((row) => row.ids));
  const fresh = [...own.values()].filter(({ id }) => !placed.has(id));
  const lost = insertAll(
    rows,
    fresh.map(({ id, home, after = '' }) => ({ id, after, slug: home })),
  );
  const known = (): string[] => [...rows.flatMap((row) => row.ids), START];
  for (const { id, after } of lost)
    problems.push({
      file: own.get(id)?.source.file ?? '',
      line: 1,
      column: 1,
      found:
        after === ''
          ? `the new section «${id}» in a chapter of the original, without a place`
          : `«after: ${after}» in the section «${id}»`,
      expected: 'after: and the id of the section that it comes after, or start',
      hint: didYouMean(after, after === '' ? rowOf(rows, own.get(id)?.home) : known()),
    });
  for (const { id, after } of moveAll(rows, course.move))
    problems.push({
      ...course.place('move', id),
      found: `«${id}: ${after}» under move`,
      expected: 'the id of a section, and the id of the one that it comes after, or start',
      hint: didYouMean(known().includes(id) ? after : id, known()),
    });
  const before = known();
  for (const id of hideAll(rows, course.hide))
    problems.push({
      ...course.place('hide', course.hide.indexOf(id)),
      found: `«${id}» under hide`,
      expected: 'the id of a section',
      hint: didYouMean(id, before),
    });
  return rows;
}

const rowOf = (rows: readonly Row[], slug: string | undefined): readonly string[] =>
  rows.find((row) => row.slug === slug)?.ids ?? [];

const didYouMean = (name: string, known: readonly string[]): string => {
  const near = nearest(name, known);
  return near.length > 0 ? `did you mean ${quoted(near)}?` : `there are ${quoted(known)}`;
};
