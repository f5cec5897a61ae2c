import type { Checkable, Common, Sentence } from '#components/lib/exercise.ts';
import { say } from '#components/lib/say.ts';
import { isInPages, type Policy } from './policy.ts';

/**
 * An exercise as its page may have it. Without its answer it holds nothing that judging needs, and its
 * sentences have their numbers filled in. A network keeps its cases: they are the question, and what
 * the reader builds is run on them.
 */
export function treated(exercise: Checkable, { hint, answer }: Policy): Checkable {
  const isJudged = exercise.isJudged && isInPages(answer);
  const hints = isInPages(hint) ? exercise.hints : [];
  const open: Checkable = { ...exercise, hints, areHintsOpen: hint === 'shown' };
  return isJudged ? open : withoutAnswer(open);
}

function withoutAnswer(exercise: Checkable): Checkable {
  const filled = (sentence: Sentence): Sentence => [{ html: say(sentence, exercise.values) }];
  const common: Omit<Common, 'id'> = {
    ask: filled(exercise.ask),
    hints: exercise.hints.map(filled),
    areHintsOpen: exercise.areHintsOpen,
    isJudged: false,
    right: [],
    values: {},
  };
  switch (exercise.kind) {
    case 'numeric':
      return { ...exercise, ...common, answer: 0, tolerance: 0, mistakes: [] };
    case 'formula':
      return { ...exercise, ...common, answer: [], mistakes: [] };
    case 'line':
      return { ...exercise, ...common, answer: 0, mistakes: [] };
    case 'choice': {
      const options = exercise.options.map(({ id, text }) => ({ id, text: filled(text), say: [] }));
      return { ...exercise, ...common, options, answer: '' };
    }
    case 'match': {
      const options = exercise.options.map(({ id, text }) => ({ id, text: filled(text) }));
      const items = exercise.items.map(({ text }) => ({ text: filled(text), answer: '', say: [] }));
      return { ...exercise, ...common, options, items };
    }
    case 'order': {
      // in the order of the page, which says nothing
      const items = exercise.start
        .map((id) => exercise.items.find((item) => item.id === id))
        .filter((item) => item !== undefined)
        .map((item) => ({ ...item, text: filled(item.text) }));
      return { ...exercise, ...common, items, mistakes: [] };
    }
    case 'network':
      return { ...exercise, ...common, isJudged: true, mistakes: [] };
  }
}
