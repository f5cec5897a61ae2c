/** Returns the scores of a mutation report as a Markdown table, a row for each folder of the engine. */
export function tableOf({ files }) {
  const folders = new Map();
  for (const [file, { mutants }] of Object.entries(files)) {
    const folder = file.split('/').slice(0, 2).join('/');
    const counts = folders.get(folder) ?? { noticed: 0, survived: 0, notMet: 0 };
    folders.set(folder, counts);
    for (const { status } of mutants) {
      if (status === 'Killed' || status === 'Timeout') counts.noticed += 1;
      if (status === 'Survived') counts.survived += 1;
      if (status === 'NoCoverage') counts.notMet += 1;
    }
  }
  const whole = { noticed: 0, survived: 0, notMet: 0 };
  for (const counts of folders.values())
    for (const key of Object.keys(whole)) whole[key] += counts[key];
  const rows = [...folders].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    '| folder | mutants | noticed | survived | not met by a test | share |',
    '| - | -: | -: | -: | -: | -: |',
    ...[...rows, ['whole', whole]].map(([folder, counts]) => rowOf(folder, counts)),
    '',
  ].join('\n');
}

function rowOf(folder, { noticed, survived, notMet }) {
  const all = noticed + survived + notMet;
  const share = all === 0 ? '' : `${((100 * noticed) / all).toFixed(1)} %`;
  return `| ${folder.replace(/^(engine.*)$/, '`$1`')} | ${all} | ${noticed} | ${survived} | ${notMet} | ${share} |`;
}
