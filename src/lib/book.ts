import { z } from 'astro/zod';
import { listContent, contentPath, readContent, readYaml } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';
import { readMdx, type At, type MdxSource, type Tag } from './mdx-source.ts';
import { policySchema } from './policy.ts';
import { isFigure } from './tag-table.ts';
import { trainingNames } from './training.ts';
import { validated } from './validate.ts';

const courseSchema = z.strictObject({
  title: z.string(),
  subtitle: z.string(),
  authors: z.array(z.string()).min(1),
  licence: z.string(),
  /** Where the book stands on the web; without it, nothing names it by a whole address. */
  address: z.url().optional(),
  chapters: z.array(z.string()).min(1),
  /** What readers see of the helps of exercises; the first is built unless another is named. */
  editions: z.record(z.string(), policySchema),
});

const chapterSchema = z.strictObject({
  title: z.string(),
  short: z.string().optional(),
  question: z.string(),
  lede: z.string(),
  goals: z.array(z.string()).min(1),
  needs: z.array(z.string()),
  introduces: z.array(z.string()),
});

const sectionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  short: z.string().optional(),
});

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
}

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

export interface Book extends z.infer<typeof courseSchema> {
  readonly assembled: readonly Chapter[];
  readonly targets: ReadonlyMap<string, Target>;
  /** Mistakes in the order and the names of things; the texts themselves are checked elsewhere. */
  readonly problems: readonly ContentProblem[];
}

let assembled: Book | undefined;

/** The book as its files say it is, with every number computed. Read once a build. */
export const book = (): Book => (assembled ??= assemble());

/** Reads and numbers the whole course anew. Errors: a course or chapter file that says too little. */
export function assemble(): Book {
  const course = validated(courseSchema, readYaml('course.yaml'), contentPath('course.yaml'));
  const targets = new Map<string, Target>();
  const problems: ContentProblem[] = [];
  const chapters = course.chapters.map((folder, index) =>
    readChapter(folder, index + 1, (target) => addTarget(targets, problems, target)),
  );
  for (const name of trainingNames())
    addTarget(targets, problems, {
      id: name,
      kind: 'training',
      number: '',
      label: `“${name.replaceAll('-', ' ')}”`,
      path: `/experiments/#${name}`,
      file: contentPath(`experiments/training/${name}.yaml`),
      at: { line: 1, column: 1 },
    });
  return { ...course, assembled: chapters, targets, problems };
}

function readChapter(folder: string, number: number, add: (target: Target) => void): Chapter {
  const home = `chapters/${folder}`;
  const about = validated(
    chapterSchema,
    readYaml(`${home}/chapter.yaml`),
    contentPath(`${home}/chapter.yaml`),
  );
  const slug = folder.replace(/^\d+-/, '');
  const counters = { figure: 0, equation: 0, exercise: 0 };
  const sections = listContent(home, '.mdx').map((name, index): Section => {
    const file = contentPath(`${home}/${name}`);
    const source = readMdx(readContent(`${home}/${name}`), file);
    const front = validated(sectionSchema, source.frontMatter, file);
    const sectionNumber = `${number}.${index + 1}`;
    const place = { path: `/${slug}/#${front.id}`, file };
    add({
      ...place,
      id: front.id,
      kind: 'section',
      number: sectionNumber,
      label: `section ${sectionNumber}`,
      at: { line: 1, column: 1 },
    });
    for (const tag of source.tags) {
      const target = targetOf(tag, counters, number);
      if (target !== undefined)
        add({ ...target, path: `/${slug}/#${target.id}`, file, at: tag.at });
    }
    return { id: front.id, number: sectionNumber, title: front.title, short: front.short, source };
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

type Counters = Record<'figure' | 'equation' | 'exercise', number>;

function targetOf(
  { name, attributes, words }: Tag,
  counters: Counters,
  chapter: number,
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
