import { short } from '#components/lib/format.ts';
import { questionFor } from '#components/lib/sheet.ts';
import { book, type Chapter } from './book.ts';
import { sourceLine } from './credits.ts';
import { policyOf } from './edition.ts';
import { rounded } from './exercise-answer.ts';
import { paperExercises, type PaperExercise } from './paper-exercise.ts';
import { paperFormula } from './paper-formula.ts';
import { paperPage } from './paper-page.ts';
import type { Treatment } from './policy.ts';
import { versionOf } from './varied-answer.ts';
import { sheetExercises } from './worksheets.ts';

/** The sheets of a chapter for students: one for each seed, without anything of the answers. */
export function studentSheets(
  chapter: Chapter,
  ids: readonly string[],
  seeds: readonly number[],
): string {
  const exercises = sheetExercises(chapter, paperFormula).filter(({ id }) => ids.includes(id));
  const sheets = seeds.map((seed) => {
    const sections = exercises.map(
      (exercise) =>
        `<section><h3>${exercise.number} ${exercise.title}</h3>\n${questionFor(exercise, seed)}\n${exercise.room}</section>`,
    );
    return `<article class="sheet" style="page: sheet-${seed}"><header><h2>${chapter.number} ${chapter.title}</h2><p>Sheet ${seed}</p><p class="name">Name</p></header>
${sections.join('\n')}
<footer>${sourceLine(book())}</footer></article>`;
  });
  return paperPage(
    `${chapter.title}: worksheets`,
    sheets.join('\n'),
    seeds.map((seed) => runningFoot(`sheet-${seed}`, `Sheet ${seed}`)).join('\n'),
  );
}

/** Says at the foot of every page of a name what it belongs to: sheets fall apart on a desk. */
const runningFoot = (page: string, text: string): string =>
  `@page ${page} { @bottom-right { content: ${JSON.stringify(text)}; font: 8pt system-ui, sans-serif; color: #444; } }`;

/** What is right on each of these sheets. */
export function worksheetKey(
  chapter: Chapter,
  ids: readonly string[],
  seeds: readonly number[],
): string {
  const exercises = paperExercises(chapter, paperFormula).filter(({ front }) =>
    ids.includes(front.id),
  );
  const isVaried = ({ front }: PaperExercise): boolean =>
    front.kind === 'numeric' && front.vary !== undefined;
  const varied = exercises.filter(isVaried);
  const head = varied.map(({ front, number }) => `<th>${number} ${front.title}</th>`).join('');
  const rows = seeds.map(
    (seed) =>
      `<tr><th>Sheet ${seed}</th>${varied.map((exercise) => `<td>${versionAnswer(exercise, seed)}</td>`).join('')}</tr>`,
  );
  const same = exercises
    .filter((exercise) => !isVaried(exercise))
    .map(
      ({ front, number, answer }) =>
        `<section><h3>${number} ${front.title}</h3><p>${answer}</p></section>`,
    );
  const table =
    varied.length === 0
      ? ''
      : `<table><thead><tr><th></th>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  const rest = same.length === 0 ? '' : `<h2>The same on every sheet</h2>${same.join('\n')}`;
  return paperPage(`${chapter.title}: key`, `<h1>${chapter.title}: key</h1>\n${table}\n${rest}`);
}

function versionAnswer({ front, tolerance }: PaperExercise, seed: number): string {
  if (front.kind !== 'numeric' || front.vary === undefined) return '';
  const { numbers, answer } = versionOf(front, front.vary, seed);
  const drawn = Object.entries(numbers).map(([name, value]) => `${name} = ${short(value)}`);
  return `<b>${rounded(answer, tolerance)}</b><br /><small>${drawn.join(', ')}</small>`;
}

/** The teacher’s key of the book: hint, answer and solution of every exercise, but for what is omitted. */
export function teachersKey(chapters: readonly Chapter[]): string {
  const parts = chapters.map(
    (chapter) =>
      `<article class="chapter"><h1>${chapter.number} ${chapter.title}: key</h1>\n${paperExercises(chapter, paperFormula).map(keyEntry).join('\n')}</article>`,
  );
  return paperPage(`${book().title}: key`, parts.join('\n'));
}

function keyEntry({ front, number, question, hints, answer, solution }: PaperExercise): string {
  const policy = policyOf(front);
  const isKept = (help: Treatment): boolean => help !== 'omitted';
  return [
    `<section><h3>${number} ${front.title}</h3>`,
    question,
    isKept(policy.hint)
      ? `<p class="label"><b>Hints.</b></p><ol>${hints.map((hint) => `<li>${hint}</li>`).join('')}</ol>`
      : '',
    isKept(policy.answer) ? `<p><b>Answer.</b> ${answer}</p>` : '',
    isKept(policy.solution) ? `<p class="label"><b>Solution.</b></p>${solution}` : '',
    '</section>',
  ].join('\n');
}
