import type { Repository } from './repository.ts';

const CH = 'content/chapters';

/** Adds a sentence to the end of a file. */
const say = (file: string) => (book: Repository) =>
  book.write(file, `${book.read(file).trimEnd()}\n\nThis was added later.\n`);

/** Twenty changes of the original after a fork was made: edits, renames, new things, removed things. */
export const CHANGES: readonly (readonly [what: string, change: (book: Repository) => void])[] = [
  ['a section that the fork took over', say(`${CH}/01-recurrence/03-one-neuron.mdx`)],
  ['a section that it did not', say(`${CH}/01-recurrence/02-feed-it-back.mdx`)],
  ['another that it did not', say(`${CH}/02-unrolling/03-any-length.mdx`)],
  ['the section that it hides', say(`${CH}/05-gated-cells/09-choosing.mdx`)],
  ['the section that it moves', say(`${CH}/05-gated-cells/07-counting.mdx`)],
  ['an exercise that it took over', say(`${CH}/01-recurrence/exercises/hand-step.mdx`)],
  ['an exercise that it did not', say(`${CH}/01-recurrence/exercises/stale-state.mdx`)],
  [
    'the name of a file that it took over',
    (book) =>
      void book.git(
        'mv',
        `${CH}/05-gated-cells/01-a-leak.mdx`,
        `${CH}/05-gated-cells/01-a-constant-leak.mdx`,
      ),
  ],
  [
    'the folder of a chapter from which it took a section',
    (book) => {
      book.git('mv', `${CH}/03-bptt`, `${CH}/04-bptt`);
      book.edit('content/course.yaml', '  - 03-bptt\n', '  - 04-bptt\n');
      book.edit('content/notation.yaml', 'only: 03-bptt', 'only: 04-bptt');
    },
  ],
  ['a section in the renamed folder', say(`${CH}/04-bptt/01-whose-fault.mdx`)],
  [
    'a new chapter',
    (book) => {
      book.write(
        `${CH}/03-in-between/chapter.yaml`,
        'title: In between\nquestion: what else\nlede: Hi.\ngoals:\n  - Do it.\nneeds: []\nintroduces: []\n',
      );
      book.write(
        `${CH}/03-in-between/01-between.mdx`,
        '---\nid: between\ntitle: Between\n---\n\nWhat else?\n',
      );
      book.edit('content/course.yaml', '  - 04-bptt\n', '  - 03-in-between\n  - 04-bptt\n');
    },
  ],
  [
    'a new section in a chapter that the fork shows',
    (book) =>
      book.write(
        `${CH}/02-unrolling/10-later.mdx`,
        '---\nid: later\ntitle: Later\n---\n\nWhat came later?\n',
      ),
  ],
  [
    'the subtitle and the authors of the course',
    (book) =>
      book.edit('content/course.yaml', 'authors:\n', 'authors:\n  - Somebody who came later\n'),
  ],
  [
    'a meaning in the notation',
    (book) => book.edit('content/notation.yaml', 'the input of a step', 'what a step reads'),
  ],
  [
    'a term of the glossary',
    (book) =>
      book.write(
        'content/glossary.yaml',
        `${book.read('content/glossary.yaml').trimEnd()}\n  - id: later-term\n    term: later\n    definition: What came later.\n`,
      ),
  ],
  [
    'a work',
    (book) =>
      book.write(
        'content/bibliography.bib',
        `${book.read('content/bibliography.bib').trimEnd()}\n\n@book{later2020,\n  author = {Later, Ann},\n  title = {Later},\n  year = {2020}\n}\n`,
      ),
  ],
  ['words of the readme', say('README.md')],
  [
    'the style of a page',
    (book) =>
      book.write('src/styles/page.css', `${book.read('src/styles/page.css')}\n/* later */\n`),
  ],
  [
    'the engine',
    (book) => book.write('engine/learn/sgd.ts', `${book.read('engine/learn/sgd.ts')}\n// later\n`),
  ],
  [
    'a conventions file',
    (book) =>
      book.write('content/conventions.yaml', `# later\n${book.read('content/conventions.yaml')}`),
  ],
];
