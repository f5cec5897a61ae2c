import { describe, expect, test } from 'vitest';
import { ContentError, describeProblem } from '#src/lib/content-problem.ts';
import { currentResults, trainingNumber, trainOne } from '#src/lib/training-results.ts';
import { cellsOf, checkedTraining, trainingNamed, trainingNames } from '#src/lib/training.ts';

describe.each(trainingNames())('the experiment %s', (name) => {
  const training = trainingNamed(name);

  test('has the results of its recipe as it stands', () => {
    expect(currentResults(name).recipe).toBe(training.recipe);
  });

  test('has a result for every cell of its table and every seed', () => {
    const { cells } = currentResults(name);
    expect(cells.map(({ row, column }) => [row, column])).toEqual(cellsOf(training));
    for (const { seeds } of cells) expect(seeds).toHaveLength(training.seeds);
  });

  test('gives the stored numbers, bit for bit, when its sample is run again', () => {
    const { row, column } = training.sample;
    const cell = currentResults(name).cells.find((one) => one.row === row && one.column === column);
    expect(trainOne(training, row, column, 1)).toEqual(cell?.seeds[0]);
  });
});

const SMALL = {
  about: 'A small table.',
  task: 'recall',
  seeds: 2,
  every: { H: 2, optimiser: 'adam', rate: 0.01, clip: 1, batch: 1, updates: 3 },
  rows: { short: { gap: 2 } },
  columns: { RNN: { cell: 'rnn' } },
  solved: { number: 'share', above: 0.9 },
  sample: { row: 'short', column: 'RNN' },
};

/** What is said of a file with one thing changed. */
function said(change: object): string {
  try {
    checkedTraining('small', { ...SMALL, ...change }, 'small.yaml');
    return 'nothing';
  } catch (error) {
    if (error instanceof ContentError) return describeProblem(error.problems[0]!);
    throw error;
  }
}

describe('checkedTraining', () => {
  test('accepts a table that is right', () => {
    expect(said({})).toBe('nothing');
  });

  test.each([
    ['an unknown task', { task: 'recal' }, ['«recal»', 'did you mean «recall»']],
    ['an unknown field', { sead: 1 }, ['sead', '«about», «basedOn», «task», «seeds»']],
    [
      'a sample that is not in the table',
      { sample: { row: 'shrot', column: 'RNN' } },
      ['the row «shrot»', 'did you mean «short»?'],
    ],
    [
      'a goal that the task does not measure',
      { solved: { number: 'shore', above: 1 } },
      ['«shore»', 'did you mean «share»?'],
    ],
    [
      'a setting that the task does not have',
      { rows: { short: { gap: 2, gab: 3 } } },
      ['row «short», column «RNN»', 'gab', 'the settings', 'gap'],
    ],
    [
      'a setting that is missing',
      { rows: { short: {} } },
      ['row «short», column «RNN», «gap»', 'add, remove or correct'],
    ],
    ['an unknown cell', { columns: { RNN: { cell: 'rnnn' } } }, ['«cell»', '"rnn"']],
  ])('names the place and the way out for %s', (_, change, parts) => {
    const message = said(change);
    expect(message).toContain('small.yaml:1:1');
    for (const part of parts) expect(message).toContain(part);
  });

  test('changes the recipe with a setting, and not with the words about it', () => {
    const recipe = (change: object) =>
      checkedTraining('small', { ...SMALL, ...change }, 'small.yaml').recipe;
    expect(recipe({ about: 'In other words.' })).toBe(recipe({}));
    expect(recipe({ seeds: 3 })).not.toBe(recipe({}));
  });
});

describe('trainingNumber', () => {
  const place = { training: 'quote-tagging', row: 'k 3 carried', column: 'RNN-1' };

  test('counts what was solved, and tells the spread', () => {
    const { cells } = currentResults('quote-tagging');
    const cell = cells.find(({ row, column }) => row === place.row && column === place.column)!;
    const accuracies = cell.seeds.map(({ accuracy = NaN }) => accuracy);
    expect(trainingNumber({ ...place, of: 'runs' })).toBe(accuracies.length);
    expect(trainingNumber({ ...place, of: 'solved' })).toBe(
      accuracies.filter((accuracy) => accuracy > 0.999).length,
    );
    expect(trainingNumber({ ...place, of: 'accuracy', take: 'least' })).toBe(
      Math.min(...accuracies),
    );
  });

  test.each([
    [{ training: 'quote-taging' }, 'did you mean «quote-tagging»?'],
    [{ row: 'k 4' }, 'no cell «k 4»'],
    [{ of: 'accurracy' }, 'solved, runs, accuracy'],
  ])('says what there is when asked for %o', (change, message) => {
    expect(() => trainingNumber({ ...place, of: 'solved', ...change })).toThrow(message);
  });
});
