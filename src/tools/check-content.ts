import { writeFileSync } from 'node:fs';
import { assemble } from '../lib/book.ts';
import { contentProblems } from '../lib/content-check.ts';
import { contentPath } from '../lib/content-files.ts';
import { describeProblem } from '../lib/content-problem.ts';
import { placesOf } from '../lib/places.ts';
import { idsText, withRelease } from '../lib/releases.ts';

/**
 * Prints every mistake of all content, one a line, and ends with code 1 when there is one. With
 * `--release 0.2.0`, content without mistakes is written down: the addresses that this release has.
 */
const problems = contentProblems();
for (const problem of problems) process.stdout.write(`${describeProblem(problem)}\n`);
process.stdout.write(
  problems.length === 0 ? 'content: no mistakes\n' : `content: ${problems.length} mistakes\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

const [flag, release] = process.argv.slice(2);
if (flag !== undefined && (flag !== '--release' || !/^\d+\.\d+\.\d+$/.test(release ?? ''))) {
  process.stderr.write(
    `found «${process.argv.slice(2).join(' ')}»; expected nothing, or --release and a version such as 0.2.0\n`,
  );
  process.exitCode = 1;
} else if (release !== undefined && problems.length === 0) {
  writeFileSync(contentPath('ids.yaml'), withRelease(idsText(), release, placesOf(assemble())));
  process.stdout.write(`${contentPath('ids.yaml')}: the addresses of ${release}\n`);
}
