import { nearest, quoted } from '#engine/program/errors.ts';
import type { Book } from './book.ts';
import type { At, ContentProblem } from './content-problem.ts';
import type { MdxSource, Piece } from './mdx-source.ts';

/** A number that the book would compute: «Figure 1.2», «section 3». */
const TYPED_NUMBER = /\b(?:figure|section|equation|exercise)s?\s+\d+(?:\.\d+)*/i;

/** The mistakes of a text apart from its tags: JavaScript, typed numbers, links. */
export function proseProblems(source: MdxSource, book: Book): ContentProblem[] {
  const { file, expressions, texts, links } = source;
  const problem = (at: At, found: string, expected: string, hint: string): ContentProblem => ({
    file,
    line: at.line,
    column: at.column,
    found,
    expected,
    hint,
  });
  return [
    ...expressions.map(({ text, at }) =>
      problem(
        at,
        `{${text}}, which is read as JavaScript`,
        'prose and tags',
        'write formulas between $ and $, and \\{ for a brace',
      ),
    ),
    ...texts.flatMap(({ text, at }) => {
      const match = TYPED_NUMBER.exec(text);
      if (match === null) return [];
      return [
        problem(
          placeOf(text, match.index, at),
          `«${match[0]}», a number typed by hand`,
          'a number that follows when things move',
          'write <Ref to="…" /> with the id of what is meant',
        ),
      ];
    }),
    ...links.flatMap((link) => linkProblems(link, file, book)),
  ];
}

/** Where a place inside of a text is in the file. */
function placeOf(text: string, index: number, { line, column }: At): At {
  const before = text.slice(0, index).split('\n');
  const last = before.at(-1) ?? '';
  return before.length === 1
    ? { line, column: column + last.length }
    : { line: line + before.length - 1, column: last.length + 1 };
}

/** A link of the text leads to another site, or with «#id?state» to something on its own page. */
function linkProblems({ text, at }: Piece, file: string, book: Book): ContentProblem[] {
  if (/^(https?:|mailto:)/.test(text)) return [];
  const problem = (found: string, hint: string): ContentProblem[] => [
    { file, ...at, found, expected: 'https://…, or # and an id of this page', hint },
  ];
  if (!text.startsWith('#'))
    return problem(`a link to «${text}»`, 'write <Ref to="…" />, which knows where things are');
  const id = text.slice(1).replace(/\?.*$/, '');
  const target = book.targets.get(id);
  if (target === undefined) {
    if (book.isPartial) return [];
    const near = nearest(id, book.targets.keys());
    return problem(
      `a link to «#${id}», which is not in the book`,
      `did you mean ${quoted(near) || 'another id'}?`,
    );
  }
  const page = pageOf(file, book);
  if (page === undefined || target.path.startsWith(`/${page}/`)) return [];
  return problem(
    `a link to «#${id}», which stands on another page`,
    `write <Ref to="${id}" />, or move the two together`,
  );
}

/** The slug of the chapter on whose page a file is shown. */
const pageOf = (file: string, { assembled, targets }: Book): string | undefined => {
  const exercise = targets.get(file.replace(/^.*\/|\.mdx$/g, ''));
  if (file.includes('/exercises/')) return exercise?.path.split('/')[1];
  return assembled.find(({ sections }) => sections.some(({ source }) => source.file === file))
    ?.slug;
};
