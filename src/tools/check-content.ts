import { writeFileSync } from 'node:fs';
import { differenceCommand, isOutdated, type Override } from '../lib/based-on.ts';
import { assemble } from '../lib/book.ts';
import { contentProblems } from '../lib/content-check.ts';
import { describeProblem } from '../lib/content-problem.ts';
import { courseFiles } from '../lib/course-files.ts';
import { readCourse } from '../lib/course.ts';
import { placesOf } from '../lib/places.ts';
import { idsFile, idsText, withRelease } from '../lib/releases.ts';

/**
 * Prints every mistake of all content, one a line, and ends with code 1 when there is one. With
 * `--release 0.2.0`, content without mistakes is written down: the addresses that this release has.
 */
const problems = contentProblems();
for (const problem of problems) process.stdout.write(`${describeProblem(problem)}\n`);
tellWhatChanged();
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
  writeFileSync(idsFile(), withRelease(idsText(), release, placesOf(assemble())));
  process.stdout.write(`${idsFile()}: the addresses of ${release}\n`);
}

/** In a fork: which originals have changed since the fork's files were made from them. */
function tellWhatChanged(): void {
  const overrides = forkedFiles().filter(({ basedOn }) => basedOn);
  const outdated = overrides.filter(isOutdated);
  if (outdated.length === 0) return;
  process.stdout.write(
    `${outdated.length} of your ${overrides.length} files that stand in for the original were made from a text that has changed since:\n`,
  );
  for (const override of outdated) {
    const { kind, id, basedOn, file } = override;
    process.stdout.write(
      `  ${kind} ${id}, made from version ${basedOn?.version}: ${file}\n` +
        `    see the difference: ${differenceCommand(override)}\n` +
        `    when you have seen it: npm run fork -- ${kind} ${id} --renew\n`,
    );
  }
}

/** None where the course itself cannot be read, which is told already. */
function forkedFiles(): readonly Override[] {
  try {
    return courseFiles(readCourse()).overrides;
  } catch {
    return [];
  }
}
