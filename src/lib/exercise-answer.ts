import type { Checkable } from '#components/lib/exercise.ts';
import { number, short } from '#components/lib/format.ts';
import { escaped, say } from '#components/lib/say.ts';
import type { ExerciseFrontMatter } from './exercise-schema.ts';
import { typedAnswer } from './network-model.ts';

/** What is right, as HTML; `exercise` is what was made of `front`. */
export function answerOf(front: ExerciseFrontMatter, exercise: Checkable): string {
  const { values } = exercise;
  switch (exercise.kind) {
    case 'numeric':
      return `${rounded(exercise.answer, exercise.tolerance)} ${exercise.unit}`.trim();
    case 'choice': {
      const place = exercise.options.findIndex(({ id }) => id === exercise.answer);
      return `(${place + 1}) ${say(exercise.options[place]?.text ?? [], values)}`;
    }
    case 'line':
      return `line ${exercise.answer}, <code>${escaped(exercise.lines[exercise.answer - 1]?.trim() ?? '')}</code>`;
    case 'match':
      return exercise.items
        .map(({ answer }, n) => {
          const option = exercise.options.find(({ id }) => id === answer);
          return `(${n + 1}) ${say(option?.text ?? [], values)}`;
        })
        .join('; ');
    case 'order':
      return exercise.items.map(({ text }, n) => `(${n + 1}) ${say(text, values)}`).join('; ');
    case 'formula':
      return front.kind === 'formula' ? `<code>${escaped(front.answer)}</code>` : '';
    case 'network': {
      const numbers = front.kind === 'network' ? typedAnswer(front) : [];
      const names = exercise.asked.map(({ label }) => say(label, {})).join(', ');
      return `for example ${names} = ${numbers.map((text) => short(Number(text))).join(', ')}`;
    }
  }
}

/** A number with one digit more than its tolerance asks for. */
export function rounded(value: number, tolerance: number): string {
  if (Number.isInteger(value)) return number(value, 0);
  let digits = 1;
  for (let place = 0.1; place > tolerance && digits < 8; place /= 10) digits += 1;
  return number(value, digits);
}
