import type { Chapter } from './book.ts';
import { policyOf } from './edition.ts';
import { embeds, type Embed } from './embeds.ts';
import { formula } from './formula.ts';
import { plansOf } from './lessons.ts';
import { attributesOf, type Node } from './mdx-source.ts';
import { paperExercises, type PaperExercise } from './paper-exercise.ts';
import { plainHtml } from './plain-html.ts';
import { plainSentence } from './plain-sentence.ts';
import { isInPages } from './policy.ts';

/** One slide of a lecture; texts are HTML. */
export interface Slide {
  readonly kind: 'figure' | 'prediction' | 'exercise';
  readonly id: string;
  /** «1.4 When does it hold?» */
  readonly section: string;
  /** The figure, where it is one. */
  readonly figure: Embed | undefined;
  readonly title: string;
  readonly question: string;
  /** What can be answered to a prediction. */
  readonly options: readonly string[];
  /** For the teacher alone. */
  readonly notes: readonly string[];
}

/** The figures, predictions and exercises of a chapter as slides, in the order in which they are read. */
export function slidesOf(chapter: Chapter): Slide[] {
  const exercises = paperExercises(chapter, formula);
  const figures = embeds().filter((embed) => embed.chapter === chapter.slug);
  return chapter.sections.flatMap(({ number, title, source }) => {
    const found: Slide[] = [];
    const walk = (node: Node): void => {
      const id = String(attributesOf(node)['id'] ?? '');
      const place = { id, section: `${number} ${title}` };
      const figure = figures.find((embed) => embed.id === id);
      const exercise = exercises.find(({ front }) => front.id === id);
      if (figure?.kind === 'figure') found.push(figureSlide(place, figure, chapter));
      else if (node.name === 'Predict') found.push(predictionSlide(place, node));
      else if (node.name === 'Exercise' && exercise !== undefined)
        found.push(exerciseSlide(place, exercise));
      else node.children?.forEach(walk);
    };
    walk(source.tree);
    return found;
  });
}

type Place = Pick<Slide, 'id' | 'section'>;

/** Its notes are what the lesson plans say of it, each said once. */
function figureSlide(place: Place, figure: Embed, { folder }: Chapter): Slide {
  const steps = plansOf(folder)
    .flatMap(({ steps }) => steps)
    .filter(({ show }) => show.some((shown) => shown.figure === place.id));
  const said = (label: string, texts: readonly (string | undefined)[]): string[] =>
    [...new Set(texts.filter((text) => text !== undefined))].map(
      (text) => `<b>${label}</b> ${plainSentence(text)}`,
    );
  return {
    ...place,
    kind: 'figure',
    figure,
    title: figure.label,
    question: '',
    options: [],
    notes: [
      ...said(
        'Do.',
        steps.map((step) => step.do),
      ),
      ...said(
        'Ask.',
        steps.map(({ ask }) => ask),
      ),
      ...said(
        'Listen for.',
        steps.map(({ listen }) => listen),
      ),
    ],
  };
}

function predictionSlide(place: Place, node: Node): Slide {
  const children = node.children ?? [];
  const inside = (name: string): Node[] => children.filter((child) => child.name === name);
  const { question } = attributesOf(node);
  const asked = inside('Question')[0]?.children ?? [];
  const options = inside('Option');
  return {
    ...place,
    kind: 'prediction',
    figure: undefined,
    title: 'Before you look',
    question:
      typeof question === 'string'
        ? `<p>${plainSentence(question)}</p>`
        : plainHtml(asked, formula),
    options: options.map(textOf),
    notes: options.map((option, n) => {
      const { correct, say = '' } = attributesOf(option);
      const mark = correct === true ? 'right' : 'not so';
      return `<b>${letter(n)}, ${mark}.</b> ${plainSentence(String(say))}`;
    }),
  };
}

function exerciseSlide(place: Place, exercise: PaperExercise): Slide {
  const { front, number, question, room, hints, answer } = exercise;
  const policy = policyOf(front);
  return {
    ...place,
    kind: 'exercise',
    figure: undefined,
    title: `Exercise ${number} ${front.title}`,
    question: front.kind === 'network' ? question : question + room,
    options: [],
    notes: [
      ...(isInPages(policy.hint) ? hints.map((hint, n) => `<b>Hint ${n + 1}.</b> ${hint}`) : []),
      isInPages(policy.answer) ? `<b>Answer.</b> ${answer}` : 'The answer is in the key.',
    ],
  };
}

/** A, B, C … for the first, second, third. */
export const letter = (n: number): string => String.fromCharCode(65 + n);

const textOf = (option: Node): string =>
  plainHtml(option.children ?? [], formula).replaceAll(/<\/?p>/g, '');
