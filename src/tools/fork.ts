import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { basedOnNow, type Override } from '../lib/based-on.ts';
import { isThere, localPath, readText } from '../lib/content-files.ts';
import { readCourse } from '../lib/course.ts';
import { copiesOf, forked, withBasis } from '../lib/fork-file.ts';
import { newConventions, newCourse, newNotation } from '../lib/templates.ts';

const KINDS: readonly string[] = ['chapter', 'section', 'exercise', 'experiment'];

const USAGE =
  'Say what to fork: npm run fork -- chapter|section|exercise|experiment ID, or npm run fork -- course|notation|conventions.\n' +
  'With --renew, a file that you have already says that it was made from the original as it stands.';

/** Copies files of the original to content/local, where they stand in for it. */
function main(): void {
  const [kind = '', id = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  if (kind === 'course') {
    const { title, authors } = readCourse();
    return write(localPath('course.yaml'), newCourse(title, authors));
  }
  if (kind === 'notation') return write(localPath('notation.yaml'), newNotation);
  if (kind === 'conventions') return write(localPath('conventions.yaml'), newConventions);
  if (!isKind(kind) || id === '') throw new Error(USAGE);
  const isRenewed = process.argv.includes('--renew');
  for (const { original, file } of copiesOf(kind, id)) {
    if (!isRenewed) write(file, forked(original));
    else if (isThere(file)) {
      const text = withBasis(readText(file), file.endsWith('.mdx'), basedOnNow(original));
      writeFileSync(file, text);
      process.stdout.write(`${file} is now based on ${original} as it stands\n`);
    }
  }
}

const isKind = (kind: string): kind is Override['kind'] => KINDS.includes(kind);

function write(file: string, text: string): void {
  if (isThere(file))
    throw new Error(`${file} is there already: edit it, or delete it and run this again.`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  process.stdout.write(`${file} is yours now\n`);
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
