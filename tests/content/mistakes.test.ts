import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { IN_COURSE, IN_FILES } from './mistakes/files.ts';
import { section, type Mistake } from './mistakes/mistake.ts';
import { IN_EXERCISES, IN_SECTIONS } from './mistakes/texts.ts';

const CHAPTER =
  'title: Mine\nquestion: what\nlede: Hi.\ngoals:\n  - Do it.\nneeds: []\nintroduces: []\n';
const COURSE =
  'chapters: [01-recurrence, 02-unrolling, 03-bptt, 04-vanishing-gradients, 05-gated-cells, mine]\n';
const PLACED = section(
  's40',
  'the place of the exercises',
  IN_EXERCISES.filter(({ what }) => what !== 'no place')
    .map(({ file }) => `<Exercise id="${file.replace(/^.*\/|\.mdx$/g, '')}" />`)
    .join('\n\n'),
  '1:1',
);

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** The book with files in content/local, and what the check prints of it. */
function checked(files: readonly (readonly [file: string, text: string])[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'mistakes-'));
  folders.push(folder);
  cpSync('content', join(folder, 'content'), { recursive: true });
  for (const name of ['engine', 'components', 'src', 'tests'])
    symlinkSync(join(process.cwd(), name), join(folder, name));
  for (const [file, text] of files) {
    const path = join(folder, 'content/local', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const tool = join(process.cwd(), 'src/tools/check-content.ts');
  const { stdout, stderr } = spawnSync(process.execPath, [tool], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line.startsWith('content/'));
}

/** Each mistake is told at its place with its parts; nothing else is told. */
function expectAll(mistakes: readonly Mistake[], lines: readonly string[]): void {
  for (const { what, file, at, parts } of mistakes) {
    const line = lines.find((one) => one.startsWith(`content/local/${file}:${at}: `));
    expect(line, `${what}, ${file}:${at}\n${lines.join('\n')}`).toBeDefined();
    for (const part of parts) expect(line, what).toContain(part);
    expect(line, what).toMatch(/: found .+; expected .+; .+/);
  }
  expect(lines.toSorted()).toHaveLength(mistakes.length);
}

const filesOf = (mistakes: readonly Mistake[]): (readonly [string, string])[] =>
  mistakes.filter(({ text }) => text !== '').map(({ file, text }) => [file, text]);

describe('check:content', () => {
  test(`tells all ${IN_SECTIONS.length + IN_EXERCISES.length} mistakes of texts in one run, and no others`, () => {
    const mistakes = [...IN_SECTIONS, ...IN_EXERCISES];
    const lines = checked([
      ['course.yaml', `${COURSE}hide: [cliffs]\n`],
      ['chapters/mine/chapter.yaml', CHAPTER],
      [PLACED.file, PLACED.text],
      ...filesOf(mistakes),
    ]);
    // the book itself speaks of what is hidden here
    expectAll(
      mistakes,
      lines.filter((line) => line.startsWith('content/local/')),
    );
    expect(lines.filter((line) => !line.startsWith('content/local/')).join('\n')).toMatch(
      /^(content\/chapters\/.*the section «cliffs» that the course leaves out.*\n?)+$/,
    );
  });

  test(`tells all ${IN_FILES.length} mistakes that keep files from being read, in one run`, () => {
    expectAll(IN_FILES, checked([['course.yaml', COURSE], ...filesOf(IN_FILES)]));
  });

  test(`tells all ${IN_COURSE.length} mistakes of course and letters, in one run`, () => {
    const lines = checked(filesOf(IN_COURSE));
    expectAll(
      IN_COURSE,
      lines.filter((line) => line.startsWith('content/local/')),
    );
  });

  test('counts more than 40 mistakes, each of another kind', () => {
    const all = [...IN_SECTIONS, ...IN_EXERCISES, ...IN_FILES, ...IN_COURSE];
    expect(new Set(all.map(({ what }) => what)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(40);
  });
});
