import { trainingNamed, trainingNames } from '../lib/training.ts';
import { runTraining, storedResults, storeResults } from '../lib/training-results.ts';

/** Runs the experiments that are named, or all, and says whether the results are those that were stored. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const asked = process.argv.slice(2);

for (const training of (asked.length > 0 ? asked : trainingNames()).map(trainingNamed)) {
  const { name, seeds } = training;
  say(`${name}: ${training.about}`);
  const before = storedResults(name);
  const results = runTraining(training, ({ row, column, solved, spread }) => {
    const numbers = Object.entries(spread).map(([of, range]) => `${of} ${range.join(' … ')}`);
    const count = solved === undefined ? '' : `${solved} of ${seeds} solved; `;
    say(`  ${row}, ${column}: ${count}${numbers.join('; ')}`);
  });
  const isSame = JSON.stringify(before) === JSON.stringify(results);
  storeResults(name, results);
  say(isSame ? `${name}: the same bits as stored` : `${name}: new results stored`);
}
