import { evaluate } from '#components/lib/arithmetic.ts';
import { values as valuesOf, type Variable } from '#components/lib/formula-answer.ts';
import type { Checkable, NumericMistake, Sentence } from '#components/lib/exercise.ts';
import { rng } from '#engine/math/index.ts';
import type { ExerciseFrontMatter, Rule } from './exercise-schema.ts';
import { builtNetwork } from './network-model.ts';
import { plainText, readSentence } from './sentence.ts';

/** What turns a rule that asks the engine into a number, and TeX into HTML. */
export interface Sources {
  readonly number: (rule: Exclude<Rule, number | { expression: string }>) => number;
  readonly formula: (tex: string) => string;
}

/**
 * Returns what the page needs to check an exercise, every number computed by the engine.
 * Errors: those of the sources; an expression that names no value.
 */
export function checkable(front: ExerciseFrontMatter, sources: Sources): Checkable {
  const values: Record<string, number> = {};
  for (const [name, rule] of Object.entries(front.values))
    values[name] = numberOf(front.id, rule, values, sources);
  const sentence = (text: string): Sentence => readSentence(text, sources.formula);
  const resolve = (rule: Rule): number => numberOf(front.id, rule, values, sources);
  const common = {
    id: front.id,
    ask: sentence(front.ask),
    hints: front.hints.map(sentence),
    areHintsOpen: false,
    isJudged: true,
    right: sentence(front.right ?? ''),
    values,
  };
  switch (front.kind) {
    case 'numeric': {
      const answer = resolve(front.answer);
      const tolerance =
        front.tolerance.absolute ?? Math.abs(answer) * (front.tolerance.relative ?? 0);
      const mistakes = front.mistakes.map((mistake): NumericMistake => {
        const words = sentence(mistake.say);
        if ('below' in mistake) return { below: resolve(mistake.below), say: words };
        if ('above' in mistake) return { above: resolve(mistake.above), say: words };
        return { near: resolve(mistake.near), within: mistake.within ?? tolerance, say: words };
      });
      return { ...common, kind: front.kind, unit: front.unit, answer, tolerance, mistakes };
    }
    case 'choice':
      return {
        ...common,
        kind: front.kind,
        answer: front.answer.option,
        options: front.options.map(({ id, text, say }) => ({
          id,
          text: sentence(text),
          say: sentence(say ?? ''),
        })),
      };
    case 'match':
      return {
        ...common,
        kind: front.kind,
        options: front.options.map(({ id, text }) => ({ id, text: sentence(text) })),
        items: front.items.map(({ text, answer, say }) => ({
          text: sentence(text),
          answer,
          say: sentence(say),
        })),
      };
    case 'line':
      return {
        ...common,
        kind: front.kind,
        lines: front.listing.trimEnd().split('\n'),
        answer: front.answer.line,
        mistakes: front.mistakes.map(({ near, say }) => ({ line: near.line, say: sentence(say) })),
      };
    case 'order':
      return {
        ...common,
        kind: front.kind,
        items: front.items.map(({ id, text }) => ({
          id,
          text: sentence(text),
          name: plainText(text),
        })),
        start: shuffled(
          front.id,
          front.items.map(({ id }) => id),
        ),
        mistakes: front.mistakes.map(({ before, say }) => ({ before, say: sentence(say) })),
      };
    case 'network':
      return { ...common, kind: front.kind, ...builtNetwork(front.id, front, sentence) };
    case 'formula': {
      const variables = Object.entries(front.variables).map(([name, [from, to]]) => ({
        name,
        from,
        to,
      }));
      const at = (text: string): readonly number[] => placed(front.id, text, variables);
      return {
        ...common,
        kind: front.kind,
        variables,
        answer: at(front.answer),
        mistakes: front.mistakes.map(({ near, say }) => ({ near: at(near), say: sentence(say) })),
      };
    }
  }
}

/**
 * A list in another order, the same in every build: nothing stands where it belongs, and nothing right
 * behind what it follows; of three, which leave no such order, the first of these alone.
 */
export function shuffled(seed: string, ids: readonly string[]): string[] {
  const random = rng(seed).stream('order');
  for (;;) {
    const left = [...ids];
    const drawn = ids.flatMap(() => left.splice(random.integer(0, left.length - 1), 1));
    const isApart = drawn.every((id, place) => {
      const follows = ids.indexOf(id) === ids.indexOf(drawn[place - 1] ?? '') + 1;
      return id !== ids[place] && (place === 0 || ids.length === 3 || !follows);
    });
    if (isApart) return drawn;
  }
}

function numberOf(
  id: string,
  rule: Rule,
  values: Readonly<Record<string, number>>,
  sources: Sources,
): number {
  if (typeof rule === 'number') return rule;
  if (!('expression' in rule)) return sources.number(rule);
  const reckoned = evaluate(rule.expression, values);
  if ('value' in reckoned) return reckoned.value;
  const names = Object.keys(values).join(', ') || 'none';
  throw new Error(
    `exercise ${id}: expression «${rule.expression}»: ${reckoned.problem} Values defined before it: ${names}`,
  );
}

/** The values of a formula of the book. Errors: what a reader would be told of it. */
function placed(id: string, text: string, variables: readonly Variable[]): readonly number[] {
  const found = valuesOf(text, variables);
  if ('problem' in found) throw new Error(`exercise ${id}: formula «${text}»: ${found.problem}`);
  return found.values;
}
