import { courseFiles, type CourseChapter, type CourseSection } from './course-files.ts';
import { contentPath, localPath } from './content-files.ts';
import { ContentError, type At, type ContentProblem } from './content-problem.ts';
import { readCourse, type Course } from './course.ts';
import type { BasedOn, Override } from './based-on.ts';
import { readGuide, type Guide } from './guide.ts';
import type { MdxSource, Tag } from './mdx-source.ts';
import { isFigure } from './tag-table.ts';
import { trainingNames } from './training.ts';

/** What an id of the book names, and how a reference to it reads. */
export interface Target {
  readonly id: string;
  readonly kind:
    'section' | 'subsection' | 'figure' | 'equation' | 'exercise' | 'prediction' | 'training';
  readonly number: string;
  /** «Figure 1.2», as it begins a sentence; predictions have no number and are not referred to. */
  readonly label: string;
  /** Address without base path. */
  readonly path: string;
  /** The caption of a figure; formulas stand between dollar signs. */
  readonly caption?: string;
  readonly file: string;
  readonly at: At;
}

export interface Section {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly short: string | undefined;
  readonly source: MdxSource;
  /** In a fork, whose words these are. */
  readonly standing: Standing;
}

/** Whether a section is the original's, a fork's version of it, or a fork's own. */
export type Standing =
  | { readonly kind: 'original' | 'own' }
  | { readonly kind: 'changed'; readonly basedOn: BasedOn | undefined; readonly title: string };

export interface Chapter {
  readonly number: number;
  readonly folder: string;
  readonly slug: string;
  readonly title: string;
  /** The title as it stands in the head of every page. */
  readonly short: string;
  /** In a few words, as on the map of the book. */
  readonly question: string;
  readonly lede: string;
  readonly goals: readonly string[];
  /** Minutes of reading. */
  readonly minutes: number;
  readonly sections: readonly Section[];
}

export interface Book extends Course {
  readonly assembled: readonly Chapter[];
  readonly targets: ReadonlyMap<string, Target>;
  /** The authors' guide; its equations and exercises are numbered A.1, A.2. */
  readonly guide: Guide;
  /** The files of all exercises, by id. */
  readonly exercises: ReadonlyMap<string, string>;
  /** The section in which an id stands that the course leaves out. */
  readonly hidden: ReadonlyMap<string, string>;
  /** What a fork put in the place of the original's files. */
  readonly overrides: readonly Override[];
  /** Whether a file could not be read, so that what refers to it cannot be judged. */
  readonly isPartial: boolean;
  /** Mistakes in the order and the names of things; the texts themselves are checked elsewhere. */
  readonly problems: readonly ContentProblem[];
}

let assembled: Book | undefined;

/** The book as its files say it is, with every number computed. Read once a build. Errors: a file that cannot be read. */
export function book(): Book {
  assembled ??= assemble();
  if (assembled.isPartial) throw new ContentError(...assembled.problems);
  return assembled;
}

/** Reads and numbers the whole course anew. Errors: a course file that says too little. */
export function assemble(): Book {
  const course = readCourse();
  const { chapters, hidden, overrides, problems: mistakes, isPartial } = courseFiles(course);
  const targets = new Map<string, Target>();
  const problems = [...mistakes];
  const add = (target: Target): void => addTarget(targets, problems, target);
  const numbered = chapters.map((chapter, index) => numberedChapter(chapter, index + 1, add));
  for (const name of trainingNames())
    add({
      id: name,
      kind: 'training',
      number: '',
      label: `“${name.replaceAll('-', ' ')}”`,
      path: `/experiments/#${name}`,
      file: contentPath(`experiments/training/${name}.yaml`),
      at: { line: 1, column: 1 },
    });
  const guide = readGuide();
  const counters = { figure: 0, equation: 0, exercise: 0 };
  for (const { file, tags } of guide.examples)
    for (const tag of tags) {
      const target = targetOf(tag, counters, 'A');
      if (target !== undefined)
        add({ ...target, path: `/authors/#${target.id}`, file, at: tag.at });
    }
  const left = hidden.flatMap(({ id, source }) =>
    [id, ...source.tags.flatMap(({ attributes }) => String(attributes['id'] ?? []))].map(
      (one) => [one, id] as const,
    ),
  );
  return {
    ...course,
    assembled: numbered,
    targets,
    exercises: new Map([...chapters, guide].flatMap(({ exercises }) => [...exercises])),
    guide,
    hidden: new Map(left.filter(([id]) => !targets.has(id))),
    overrides,
    problems,
    isPartial,
  };
}

function numberedChapter(
  { folder, slug, about, sections: files }: CourseChapter,
  number: number,
  add: (target: Target) => void,
): Chapter {
  const counters = { figure: 0, equation: 0, exercise: 0 };
  const sections = files.map((section, index): Section => {
    const { id, title, short, source } = section;
    const { file } = source;
    const sectionNumber = `${number}.${index + 1}`;
    add({
      id,
      kind: 'section',
      number: sectionNumber,
      label: `section ${sectionNumber}`,
      path: `/${slug}/#${id}`,
      file,
      at: { line: 1, column: 1 },
    });
    for (const tag of source.tags) {
      const target = targetOf(tag, counters, number);
      if (target !== undefined)
        add({ ...target, path: `/${slug}/#${target.id}`, file, at: tag.at });
    }
    return { id, number: sectionNumber, title, short, source, standing: standingOf(section) };
  });
  const { title, short = title, question, lede, goals } = about;
  return {
    number,
    folder,
    slug,
    title,
    short,
    question,
    lede,
    goals,
    minutes: minutes(sections),
    sections,
  };
}

function standingOf({ source, original, basedOn }: CourseSection): Standing {
  if (original !== undefined) return { kind: 'changed', basedOn, title: original.title };
  return { kind: source.file.startsWith(localPath('')) ? 'own' : 'original' };
}

type Counters = Record<'figure' | 'equation' | 'exercise', number>;

function targetOf(
  { name, attributes, words }: Tag,
  counters: Counters,
  chapter: number | string,
): Pick<Target, 'id' | 'kind' | 'number' | 'label' | 'caption'> | undefined {
  const id = typeof attributes['id'] === 'string' ? attributes['id'] : undefined;
  if (id === undefined) return undefined;
  if (name === 'Predict') return { id, kind: 'prediction', number: '', label: 'the prediction' };
  if (name === 'Subsection')
    return { id, kind: 'subsection', number: '', label: `“${attributes['title']}”` };
  const kind = isFigure(name)
    ? 'figure'
    : name === 'Equation'
      ? 'equation'
      : name === 'Exercise'
        ? 'exercise'
        : undefined;
  if (kind === undefined) return undefined;
  counters[kind] += 1;
  const number = `${chapter}.${counters[kind]}`;
  const label = `${kind === 'figure' ? 'Figure' : kind} ${number}`;
  return { id, kind, number, label, ...(kind === 'figure' && { caption: words }) };
}

function addTarget(targets: Map<string, Target>, problems: ContentProblem[], target: Target): void {
  const before = targets.get(target.id);
  if (before === undefined) targets.set(target.id, target);
  else
    problems.push({
      file: target.file,
      ...target.at,
      found: `the id «${target.id}» a second time`,
      expected: 'an id of its own',
      hint: `it is already used in ${before.file}:${before.at.line}`,
    });
}

/** 238 words a minute, as adults read English prose silently, two seconds for a formula, and forty for every figure and exercise. */
function minutes(sections: readonly Section[]): number {
  const total = sections.reduce((sum, { source }) => {
    const stops = source.tags.filter(({ name }) => isFigure(name) || name === 'Exercise').length;
    return sum + source.words / 238 + source.formulas.length / 30 + (2 * stops) / 3;
  }, 0);
  return Math.max(1, Math.round(total));
}
