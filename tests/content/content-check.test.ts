import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assemble } from '#src/lib/book.ts';
import { contentProblems, sourceProblems } from '#src/lib/content-check.ts';
import { describeProblem } from '#src/lib/content-problem.ts';
import { exerciseProblems } from '#src/lib/exercise-check.ts';
import { readMdx } from '#src/lib/mdx-source.ts';
import { TAGS } from '#src/lib/tag-table.ts';

const book = assemble();
const problemsOf = (text: string): string[] =>
  sourceProblems(readMdx(text, 'new.mdx'), book).map(describeProblem);

describe('the content of the book', () => {
  test('has no mistakes', () => {
    expect(contentProblems().map(describeProblem)).toEqual([]);
  });

  test('numbers its figures, equations and exercises in the order in which they are read', () => {
    for (const { number, slug } of book.assembled) {
      const figures = [...book.targets.values()].filter(
        ({ kind, path }) => kind === 'figure' && path.startsWith(`/${slug}/`),
      );
      expect(figures.map(({ label }) => label)).toEqual(
        figures.map((_, index) => `Figure ${number}.${index + 1}`),
      );
    }
    expect(book.targets.get('lamp')?.path).toBe('/recurrence/#lamp');
  });

  test('is read in 20 to 35 minutes a chapter', () => {
    for (const { title, minutes } of book.assembled) {
      expect(minutes, title).toBeGreaterThanOrEqual(20);
      expect(minutes, title).toBeLessThanOrEqual(35);
    }
  });
});

/** Each kind of mistake: what an author wrote, and what the message has to hold. */
const MISTAKES: readonly [what: string, text: string, parts: string[]][] = [
  [
    'an unknown tag',
    'Hi\n\n<Lmap id="x">c</Lmap>',
    ['new.mdx:3:1', '<Lmap>', 'did you mean «Lamp»?'],
  ],
  ['an unknown attribute', '<Term idd="x">a</Term>', ['<Term> without id', 'id="…"']],
  [
    'a misspelt attribute',
    '<Ref to="lamp" capitall />',
    ['«capitall» on <Ref>', 'did you mean «capital»?'],
  ],
  ['a figure without caption', '<Lamp id="other-lamp" />', ['<Lamp> without a caption']],
  [
    'an unresolved reference',
    'See <Ref to="lampp" />.',
    ['new.mdx:1:5', '«lampp»', 'did you mean «lamp»?'],
  ],
  ['an unresolved citation', 'So <Cite of="elman1991" />.', ['no work «elman1991»', '«elman1990»']],
  [
    'an unresolved term',
    'A <Term id="hiden-state">state</Term>.',
    ['no term «hiden-state»', '«hidden-state»'],
  ],
  [
    'an unknown experiment',
    '<N experiment="canonica" of="h" t={3} />',
    ['no experiment «canonica»', '«canonical»'],
  ],
  [
    'an unknown quantity',
    '<N experiment="canonical" of="q" t={3} />',
    ['no quantity «q»', 'it has'],
  ],
  ['a step outside the sequence', '<N experiment="canonical" of="h" t={9} />', ['«h» at t = 9']],
  [
    'an unknown fact',
    '<N fact="fixed-pint" w={2} />',
    ['no fact «fixed-pint»', 'did you mean «fixed-point»'],
  ],
  ['a missing argument of a fact', '<N fact="fixed-point" />', ['needs numbers for «w»']],
  [
    'a formula that cannot be set',
    'So $\\frac{1}{$ is.',
    ['new.mdx:1:4', 'TeX that KaTeX accepts'],
  ],
  ['a symbol without meaning', 'So $Z_t$ is.', ['the symbol «Z_t»', 'content/notation.yaml']],
  ['an import', "import A from './a.ts'\n\nHi", ['new.mdx:1:1', 'an import or export']],
  [
    'a heading of Markdown',
    'Hi\n\n### Two ways',
    ['new.mdx:3:1', '<Subsection id="…" title="…" />'],
  ],
  [
    'a listing that is not there',
    '<Code of="engine/learn/bptt.ts#bpttt" />',
    ['has no «bpttt»', '«bptt»'],
  ],
  [
    'an equation that is not there',
    '<Equation id="e" of="neuron-lamp" show="z" />',
    ['no equation for «z»'],
  ],
];

describe('check:content', () => {
  test.each(MISTAKES)('tells place, find and nearest name of %s', (_, text, parts) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    for (const part of parts) expect(problems.join('\n')).toContain(part);
  });

  test('reports every mistake of a text at once', () => {
    expect(problemsOf('<Ref to="nowhere" />\n\n$Z$ and <Cite of="nobody" />')).toHaveLength(3);
  });

  test('says what an exercise lacks', () => {
    const text =
      '---\nid: half\ntitle: Half\nkind: numeric\nanswer: { expression: 1 + 1 }\n---\nHow much?';
    const [problem] = exerciseProblems(readMdx(text, 'exercises/half.mdx'), book).map(
      describeProblem,
    );
    expect(problem).toContain('tolerance');
  });

  test('takes no typed number for an answer', () => {
    const text =
      '---\nid: half\ntitle: Half\nkind: numeric\nanswer: 2\ntolerance: { absolute: 0.1, because: one digit }\n---\nHow much?';
    const problems = exerciseProblems(readMdx(text, 'exercises/half.mdx'), book).map(
      describeProblem,
    );
    expect(problems.join('\n')).toContain('a number that is computed');
  });

  test('says that an exercise has no hints, no solution and no place', () => {
    const text =
      '---\nid: half\ntitle: Half\nkind: numeric\nanswer: { expression: 1 + 1 }\ntolerance: { absolute: 0.1, because: one digit }\n---\nHow much?';
    const problems = exerciseProblems(readMdx(text, 'exercises/half.mdx'), book).map(
      describeProblem,
    );
    for (const part of ['no hints', 'no solution', 'in no section'])
      expect(problems.join('\n')).toContain(part);
  });
});

describe('the registry', () => {
  test('holds the tags that the checker knows, and no others', () => {
    const text = readFileSync('components/registry.ts', 'utf8');
    const listed = /tags = \{([^}]*)\}/.exec(text)?.[1] ?? '';
    const names = [...listed.matchAll(/(\w+),/g)].map(([, name]) => name);
    expect(names.toSorted()).toEqual(Object.keys(TAGS).toSorted());
  });
});
