import { judgeNetwork } from '#components/lib/built-network.ts';
import type { Checkable, Judgement, Sentence } from '#components/lib/exercise.ts';
import { judge } from '#components/lib/judge.ts';
import { say } from '#components/lib/say.ts';
import { readContent } from '#src/lib/content-files.ts';
import { checkable } from '#src/lib/exercise-model.ts';
import { exerciseSchema, type ExerciseFrontMatter } from '#src/lib/exercise-schema.ts';
import { experimentNumber } from '#src/lib/experiments.ts';
import { factValue } from '#src/lib/facts.ts';
import { readMdx } from '#src/lib/mdx-source.ts';
import { typedAnswer } from '#src/lib/network-model.ts';
import type { Given } from './bank.ts';
import { BANKS } from './index.ts';

/** An exercise as it is written, and as the page has it. */
export interface Known {
  readonly front: ExerciseFrontMatter;
  readonly exercise: Checkable;
}

const sources = {
  number: (rule: Parameters<Parameters<typeof checkable>[1]['number']>[0]): number =>
    'fact' in rule ? factValue(rule.fact, rule.args) : experimentNumber(rule),
  formula: (tex: string): string => tex,
};

/** Reads an exercise, with its formulas left as TeX. */
export function read(folder: string, file: string): Known {
  const path = `chapters/${folder}/exercises/${file}`;
  const front = exerciseSchema.parse(readMdx(readContent(path), path).frontMatter);
  return { front, exercise: checkable(front, sources) };
}

export const judged = (exercise: Checkable, given: Given): Judgement => {
  const text = typeof given === 'string' ? given : given.join('\n');
  return exercise.kind === 'network' ? judgeNetwork(exercise, text) : judge(exercise, text);
};
export const plain = (html: string): string => html.replace(/<[^>]*>/g, '');

/** The answer that the file of an exercise gives. */
export function stated(front: ExerciseFrontMatter, exercise: Checkable): Given {
  if (front.kind === 'network') return typedAnswer(front);
  if (front.kind === 'formula') return front.answer;
  switch (exercise.kind) {
    case 'numeric':
    case 'choice':
    case 'line':
      return String(exercise.answer);
    case 'match':
      return exercise.items.map(({ answer }) => answer).join(' ');
    case 'order':
      return exercise.items.map(({ id }) => id).join(' ');
    default:
      throw new Error(`${front.id}: no stated answer`);
  }
}

/** Answers that make each listed mistake; what is said to one of them must be its words. */
export function mistakes(
  front: ExerciseFrontMatter,
  exercise: Checkable,
): { given: Given[]; words: string }[] {
  const wordsOf = (sentence: Sentence, given = 0): string =>
    plain(say(sentence, { ...exercise.values, given, answer: given })).slice(0, 25);
  if (front.kind === 'formula' && exercise.kind === 'formula')
    return exercise.mistakes.map(({ say: words }, n) => ({
      given: [front.mistakes[n]?.near ?? ''],
      words: wordsOf(words),
    }));
  switch (exercise.kind) {
    case 'numeric':
      return exercise.mistakes.map((mistake) => {
        const value =
          'near' in mistake
            ? mistake.near
            : 'above' in mistake
              ? 1.5 * Math.abs(mistake.above) + 1
              : mistake.below - 0.05;
        return { given: [String(value)], words: wordsOf(mistake.say, value) };
      });
    case 'line':
      return exercise.mistakes.map(({ line, say: words }) => ({
        given: [String(line)],
        words: wordsOf(words),
      }));
    case 'order': {
      const right = exercise.items.map(({ id }) => id);
      return exercise.mistakes.map(({ before: [first, second], say: words }) => {
        // the one put right before the other, or the other right behind it
        const without = (id: string): string[] => right.filter((other) => other !== id);
        const ahead = without(first).flatMap((id) => (id === second ? [first, id] : [id]));
        const behind = without(second).flatMap((id) => (id === first ? [id, second] : [id]));
        return { given: [ahead.join(' '), behind.join(' ')], words: wordsOf(words) };
      });
    }
    case 'network': {
      // a condition is met in many ways: the bank has one for each
      const wrong = Object.values(BANKS).flatMap((bank) => bank[front.id]?.wrong ?? []);
      return exercise.mistakes.map(({ say: words }) => ({
        given: wrong.map(([given]) => given),
        words: words
          .map((part) => ('html' in part ? part.html : ''))
          .join('')
          .slice(0, 12),
      }));
    }
    case 'choice':
      return exercise.options
        .filter(({ id, say: words }) => id !== exercise.answer && words.length > 0)
        .map(({ id, say: words }) => ({ given: [id], words: wordsOf(words) }));
    case 'match':
      return exercise.items.map(({ answer, say: words }, n) => {
        const other = exercise.options.find(({ id }) => id !== answer)?.id ?? '';
        const given = exercise.items.map((item, index) => (index === n ? other : item.answer));
        return { given: [given.join(' ')], words: wordsOf(words) };
      });
    case 'formula':
      return [];
  }
}
