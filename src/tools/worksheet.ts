import { parseArgs } from 'node:util';
import { book } from '../lib/book.ts';
import { paperFormula } from '../lib/paper-formula.ts';
import { studentSheets, worksheetKey } from '../lib/teacher-papers.ts';
import { sheetExercises } from '../lib/worksheets.ts';
import { putPapers, sizeOf } from './paper.ts';

const USAGE =
  'npm run worksheet -- CHAPTER [--seeds 1..30] [--exercises id,id] [--key] [--pdf A4|Letter]';

/** `npm run worksheet -- CHAPTER`: one sheet for each seed, with other numbers on each, and apart from them the key. */
async function write(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seeds: { type: 'string', default: '1..30' },
      exercises: { type: 'string' },
      key: { type: 'boolean', default: false },
      pdf: { type: 'string' },
    },
  });
  const [slug = ''] = positionals;
  const { assembled } = book();
  const chapter = assembled.find((one) => one.slug === slug);
  if (chapter === undefined)
    throw new Error(
      `no chapter «${slug}»; there are ${assembled.map((one) => one.slug).join(', ')}`,
    );
  const known = sheetExercises(chapter, paperFormula);
  const ids =
    values.exercises?.split(',') ??
    known.filter(({ varied }) => varied !== undefined).map(({ id }) => id);
  const unknown = ids.find((id) => known.every((exercise) => exercise.id !== id));
  if (unknown !== undefined)
    throw new Error(`no exercise «${unknown}»; there are ${known.map(({ id }) => id).join(', ')}`);
  const seeds = seedsOf(values.seeds);
  const key = values.key ? { [`worksheet-${slug}-key`]: worksheetKey(chapter, ids, seeds) } : {};
  await putPapers(
    { [`worksheet-${slug}`]: studentSheets(chapter, ids, seeds), ...key },
    sizeOf(values.pdf),
  );
}

/** «1..30» or «7» as numbers. */
function seedsOf(text: string): number[] {
  const [, first = '', last = first] = /^(\d+)(?:\.\.(\d+))?$/.exec(text) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (first === '' || count < 1 || count > 1000)
    throw new Error(`«${text}» are no seeds; write one as 7, or up to a thousand as 1..30`);
  return Array.from({ length: count }, (_, n) => Number(first) + n);
}

try {
  await write();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 1;
}
