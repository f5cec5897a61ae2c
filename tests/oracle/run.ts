import { check, readCases } from './check.ts';

/** `npm run oracle -- DIR`: every case of every file against the engine; exit code 1 when one failed. */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('oracle: no folder given; write npm run oracle -- DIR\n');
  process.exit(2);
}

const counts = { passed: 0, failed: 0, skipped: 0 };
try {
  for (const { file, oracle } of readCases(folder)) {
    const verdict = check(oracle);
    counts[verdict.kind] += 1;
    if (verdict.kind !== 'passed')
      process.stdout.write(`${verdict.kind}: ${file} ${oracle.id}: ${verdict.why}\n`);
  }
} catch (error) {
  process.stderr.write(`oracle: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}
process.stdout.write(
  `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
);
process.exit(counts.failed > 0 ? 1 : 0);
