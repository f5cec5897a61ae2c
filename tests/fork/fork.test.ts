import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Repository } from './repository.ts';
import { CHANGES } from './upstream.ts';

const BASE = '/course/';
/** The letter of a symbol; numbers, bars over letters and the letters of other texts are something else. */
const LETTER =
  /<span(?! class="num)[^>]*data-q="W_hh"[^>]*data-role="param"[^>]*>(?:<[^>]*>)*([^<]+)/g;
/** A build alone takes a minute where nobody else is busy. */
const PATIENCE = 25 * 60_000;

const home = mkdtempSync(join(tmpdir(), 'fork-'));
const original = Repository.original(join(home, 'original'));
const fork = original.clone(join(home, 'fork'));
afterAll(() => rmSync(home, { recursive: true }), PATIENCE);

/** What a teacher does in the first hour, by the authors' guide alone. */
function makeItOnesOwn(): void {
  for (const args of [
    ['course'],
    ['notation'],
    ['section', 'one-neuron'],
    ['section', 'a-leak'],
    ['section', 'two-voices'],
    ['exercise', 'hand-step'],
  ])
    expect(fork.tool('fork', ...args).out).toContain('is yours now');
  fork.edit(
    'content/local/chapters/01-recurrence/03-one-neuron.mdx',
    '---\n\n',
    '---\n\nIn this course we begin with a thermostat.\n\n',
  );
  cpSync('tests/fixtures/averages', join(fork.folder, 'content/local/chapters/averages'), {
    recursive: true,
  });
  fork.write(
    'content/local/course.yaml',
    `title: Sequences, spring term
authors: [Ada Teacher]
address: https://ada.example/course/
chapters: [recurrence, averages, unrolling, bptt, gated-cells, vanishing-gradients]
hide: [choosing]
move: { counting: start }
`,
  );
  fork.write('content/local/notation.yaml', "symbols:\n  - { name: W_hh, tex: 'U', spoken: U }\n");
  fork.write(
    'content/local/conventions.yaml',
    'hide: [keras]\nconventions:\n  - { id: pytorch, name: Torch }\n',
  );
  fork.commit('our course');
}

describe('a fork', () => {
  beforeAll(makeItOnesOwn, PATIENCE);

  test('begins nothing under a name that the book has, and nothing without a place', () => {
    for (const [args, said] of [
      [['chapter', 'bptt'], 'npm run fork -- chapter bptt'],
      [['section', 'one-neuron', '--in', 'recurrence'], 'npm run fork -- section one-neuron'],
      [['exercise', 'hand-step', '--in', 'recurrence'], 'npm run fork -- exercise hand-step'],
      [['section', 'mine', '--in', 'recurrence', '--after', 'layerr'], 'did you mean «layer»?'],
      [['section', 'mine', '--in', 'recurence'], 'did you mean «recurrence»?'],
      [['chapter', 'My Cells'], 'write «my-cells»'],
    ] as const) {
      const { code, out } = fork.tool('new', ...args);
      expect(out).toContain(said);
      expect(code).toBe(1);
    }
    expect(fork.git('status', '--porcelain')).toBe('');
  });

  test('has no mistakes, and nothing to tell of the original', () => {
    const { code, out } = fork.tool('check-content');
    expect(out).toBe('content: no mistakes\n');
    expect(code).toBe(0);
  });

  test(`takes ${CHANGES.length} changes of the original without a conflict, and only content/local is its own`, () => {
    for (const [what, change] of CHANGES) {
      change(original);
      original.commit(what);
    }
    expect(CHANGES).toHaveLength(20);
    fork.git('pull', '--quiet', '--no-rebase', 'origin', 'main');
    expect(fork.git('diff', '--name-only', '--diff-filter=U')).toBe('');
    const own = fork.git('diff', '--name-only', 'origin/main', 'HEAD').trim().split('\n');
    expect(own.filter((file) => !file.startsWith('content/local/'))).toEqual([]);
    expect(fork.git('status', '--porcelain')).toBe('');
  });

  test('is told exactly what it took over and has changed, with a command that shows it', () => {
    const { code, out } = fork.tool('check-content');
    expect(out).toContain('content: no mistakes');
    expect(code).toBe(0);
    expect(out).toContain('2 of your 4 files');
    expect(out.match(/^ {2}(\w+ [\w-]+), made from/gm)).toEqual([
      '  section one-neuron, made from',
      '  exercise hand-step, made from',
    ]);
    const [, command = ''] = /see the difference: git (.*)/.exec(out) ?? [];
    expect(fork.git(...command.split(' '))).toContain('+This was added later.');
    fork.tool('fork', 'section', 'one-neuron', '--renew');
    expect(fork.tool('check-content').out).toContain('1 of your 4 files');
  });

  describe('when it is built below a path', () => {
    const site = join(fork.folder, '.out/site');
    const page = (path: string): string => readFileSync(join(site, path, 'index.html'), 'utf8');

    beforeAll(() => {
      const build = fork.run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
        BASE_PATH: BASE,
      });
      expect(build.code, build.out.slice(-3000)).toBe(0);
    }, PATIENCE);

    test('has its own words, chapter and order, and not what it hides', () => {
      expect(page('recurrence')).toContain('we begin with a thermostat');
      expect(page('averages')).toContain('Chapter 2');
      expect(page('averages')).toContain('Figure 2.1.');
      expect(page('averages')).toContain('Exercise 2.1');
      expect(page('gated-cells')).toContain('Chapter 5');
      expect(page('vanishing-gradients')).toContain('Chapter 6');
      expect(page('gated-cells')).not.toContain('id="choosing"');
      const order = [...page('gated-cells').matchAll(/<h2 id="([\w-]+)"/g)].map(([, id]) => id);
      expect(order[0]).toBe('counting');
    });

    test('writes its letter in every formula, in words too, and in the search', () => {
      for (const slug of ['recurrence', 'unrolling', 'bptt', 'notation']) {
        const html = page(slug);
        const marked = [...html.matchAll(LETTER)].map(([, letter]) => letter);
        expect(new Set(marked), slug).toEqual(new Set(['U']));
        expect(html, slug).not.toMatch(/aria-label="[^"]*W sub h h/);
      }
      expect(page('notation')).toMatch(/Goodfellow.*Dive into Deep Learning.*Torch/s);
      expect(page('notation')).not.toContain('data-notation-choice="keras"');
      // a frame has no switch, and its figure is drawn again in the letters of the fork all the same
      expect(page('embed/anatomy')).toContain('"symbols":{"W_hh":"U"}');
      const search = readFileSync(join(site, 'search.json'), 'utf8');
      expect(search).toContain('"title":"U"');
      expect(search).toContain('running average');
    });

    test('credits its origin on every page, and says how to cite both', () => {
      for (const file of pages(site))
        expect(readFileSync(file, 'utf8'), file).toContain('https://unrolled.example/');
      expect(page('recurrence')).toContain('https://unrolled.example/recurrence/#one-neuron');
      expect(page('recurrence')).toContain('Ada Teacher');
      const cited = readFileSync(join(site, 'CITATION.cff'), 'utf8');
      for (const part of ['Ada Teacher', 'The authors of Unrolled', 'references:'])
        expect(cited).toContain(part);
    });

    test('bears its own title everywhere, and the name of the original only to credit it', () => {
      expect(page('recurrence')).toContain('data-book="Sequences, spring term"');
      // fonts keep their family; a credit is the text of a link, or names the authors
      const credit = />Unrolled<\/a>|The authors of Unrolled|Unrolled symbols/g;
      for (const file of files(site, /\.(?:html|css|js|json|xml|webmanifest)$/))
        expect(readFileSync(file, 'utf8').replaceAll(credit, ''), file).not.toContain('Unrolled');
    });

    test('has no link that leaves its path', () => {
      const outside = pages(site).flatMap((file) =>
        [
          ...readFileSync(file, 'utf8').matchAll(
            /\s(?:href|src|action|component-url|renderer-url)="(\/[^"]*)"/g,
          ),
        ]
          .map(([, address = '']) => address)
          .filter((address) => !address.startsWith(BASE)),
      );
      expect([...new Set(outside)]).toEqual([]);
    });
  });
});

/** Every page of a site. */
const pages = (folder: string): string[] => files(folder, /\.html$/);

function files(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((file) => name.test(file) && statSync(file).isFile());
}
