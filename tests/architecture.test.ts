import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = new Set(['.ts', '.mjs', '.svelte', '.astro', '.css', '.mdx']);

/** One source file: its path from the top, its text and what it imports, as paths or package names. */
interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** Where a file may import from: the first rule whose `of` matches a file holds. */
interface Rule {
  readonly of: RegExp;
  readonly may: readonly RegExp[];
  readonly says: string;
}

const ENGINE_ORDER: readonly Rule[] = [
  { of: /^engine\/math\//, may: [/^engine\/math\//], says: 'math imports nothing but math' },
  {
    of: /^engine\/kernels\//,
    may: [/^engine\/(math|kernels)\//],
    says: 'kernels know numbers alone',
  },
  {
    of: /^engine\/program\//,
    may: [/^engine\/(math|kernels|program)\//],
    says: 'program stands on math and kernels',
  },
  {
    of: /^engine\/(cells|heads)\//,
    may: [/^engine\/(cells|heads|program)\//],
    says: 'cells and heads are equations',
  },
  {
    of: /^engine\/machine\//,
    may: [/^engine\/(math|kernels|program|machine)\//],
    says: 'machine stands on program',
  },
  {
    of: /^engine\/tasks\//,
    may: [/^engine\/(math|program|machine|cells|heads|tasks)\//],
    says: 'tasks make sequences and grade machines',
  },
  {
    of: /^engine\/learn\//,
    may: [/^engine\/(math|program|machine|learn)\//],
    says: 'learn stands on machine',
  },
  {
    of: /^engine\/written\//,
    may: [/^engine\/(math|program|machine|written)\//],
    says: 'programs are written out from their machines',
  },
  {
    of: /^engine\/models\//,
    may: [/^engine\/(?!analysis|gpu|symbolic)/],
    says: 'models stand on learn',
  },
  {
    of: /^engine\/symbolic\//,
    may: [/^engine\/(math|program|machine|symbolic)\//, /^mathjs/],
    says: 'symbolic stands on machine and loads mathjs alone',
  },
  { of: /^engine\//, may: [/^engine\//], says: 'the engine imports nothing outside itself' },
];

const HOUSE: readonly Rule[] = [
  ...ENGINE_ORDER,
  {
    of: /^components\/primitives\//,
    may: [/^components\/(primitives|lib)\//, /^svelte/],
    says: 'primitives know numbers and pixels, no engine',
  },
  {
    // formulas of equations that a reader types are set in the browser; katex is loaded when they are
    of: /^components\/lib\/(typeset\.ts$|speech\/)/,
    may: [/^katex/, /^components\/lib\/speech\//],
    says: 'typeset and speech load katex',
  },
  {
    of: /^components\/lib\/search\//,
    may: [/^minisearch/, /^components\/lib\/search\//],
    says: 'search stands on minisearch alone',
  },
  {
    of: /^components\/lib\//,
    may: [/^components\/lib\//, /^engine\//, /^svelte/],
    says: 'lib stands below views',
  },
  {
    of: /^components\/gpu\/(gpu-worker|pixels|strip-kernels|train-kernel)\.ts$/,
    may: [/^components\/gpu\//, /^engine\//, /^gpu\.js$/],
    says: 'one worker loads GPU.js, with its kernels',
  },
  {
    of: /^components\/gpu\//,
    may: [/^components\/gpu\//, /^engine\//],
    says: 'gpu computes landscapes and draws nothing',
  },
  {
    of: /^components\/views\//,
    may: [/^components\/(views|primitives|lib|gpu)\//, /^engine\//, /^svelte/],
    says: 'views draw traces',
  },
  {
    of: /^components\/widgets\//,
    may: [/^components\/(widgets|views|primitives|lib|gpu)\//, /^engine\//, /^svelte/],
    says: 'widgets compose views',
  },
  {
    of: /^components\/figures\//,
    may: [/^components\//, /^engine\//, /^src\/lib\//, /^content\//, /^(svelte|astro)/, /^katex/],
    says: 'figures wrap widgets',
  },
  {
    of: /^components\/registry\.ts$/,
    may: [/^components\/figures\//],
    says: 'the registry lists figures',
  },
  { of: /^content\//, may: [], says: 'chapters import nothing: their tags come from the registry' },
  { of: /^src\//, may: [/^(?!tests\/)/], says: 'nothing imports tests' },
];

const files = ['engine', 'components', 'content', 'src', 'tests'].flatMap((folder) => read(folder));

describe('the arrows of the house', () => {
  test('no file imports against them', () => {
    expect(violations(files)).toEqual([]);
  });

  test('a primitive that imports the engine would be told', () => {
    const planted = source(
      'components/primitives/Bar.svelte',
      "import { play } from '#engine/index.ts';",
    );
    expect(violations([planted])).toEqual([
      'components/primitives/Bar.svelte imports engine/index.ts: primitives know numbers and pixels, no engine',
    ]);
  });

  test('an engine file that imports a package would be told', () => {
    const planted = source('engine/learn/adam.ts', "import { create } from 'mathjs';");
    expect(violations([planted])).toEqual([
      'engine/learn/adam.ts imports mathjs: learn stands on machine',
    ]);
  });
});

describe('files', () => {
  test('no source file has more than 300 lines', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  test('no module of the engine is imported for what its loading does, since bundles leave that out', () => {
    const planted = source('engine/models/bench.ts', "import '../program/every-op.ts';");
    expect(engineLoads([planted])).toEqual([
      'engine/models/bench.ts loads engine/program/every-op.ts',
    ]);
    expect(engineLoads(files)).toEqual([]);
  });

  test('no import runs in a circle', () => {
    expect(circles(files)).toEqual([]);
  });

  test('a circle of two files would be told', () => {
    const planted = [
      source('engine/learn/a.ts', "import { b } from './b.ts';"),
      source('engine/learn/b.ts', "import { a } from './a.ts';"),
    ];
    expect(circles(planted)).toEqual(['engine/learn/a.ts → engine/learn/b.ts → engine/learn/a.ts']);
  });

  test('engine, components and content use no arithmetic whose bits differ, no clock, no global chance', () => {
    const banned =
      /Math\.(exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|tanh|sinh|cosh|random)\b|Date\.now|\*\*(?![/*\s])/;
    const found = files
      // what float32 kernels call is the graphics card's, and said to be
      .filter(({ path }) => path !== 'components/gpu/float32.ts')
      .filter(({ path }) => /^(engine|components|content)\/.*\.(ts|svelte|astro)$/.test(path))
      .filter(({ text }) => banned.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });

  test('the top level holds the folders of the project and no others', () => {
    const visible = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .filter((name) => name !== 'node_modules');
    expect(visible.toSorted()).toEqual(['components', 'content', 'engine', 'src', 'tests']);
  });

  test('the lockfiles name no host', () => {
    for (const lock of [
      'package-lock.json',
      '.runtime/package-lock.json',
      'tests/lighthouse/package-lock.json',
    ])
      expect(readFileSync(join(root, lock), 'utf8')).not.toContain('"resolved"');
  });
});

function violations(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, imports }) => {
    const rule = HOUSE.find(({ of }) => of.test(path));
    if (rule === undefined) return [];
    return imports
      .filter((target) => !rule.may.some((pattern) => pattern.test(target)))
      .map((target) => `${path} imports ${target}: ${rule.says}`);
  });
}

/** Imports without names, of modules of the engine. */
function engineLoads(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm)]
      .map(([, target = '']) => resolved(path, target))
      .filter((target) => target.startsWith('engine/'))
      .map((target) => `${path} loads ${target}`),
  );
}

/** Every circle of imports, once, starting from its first file in order. */
function circles(sources: readonly Source[]): string[] {
  const graph = new Map(sources.map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) walk(path, []);
  return found;
}

function read(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCES.has(extname(entry.name)))
    .filter(({ parentPath }) => !parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .map((path) => source(path, readFileSync(join(root, path), 'utf8')));
}

/** Type imports count too: an arrow is a dependency of thought. */
function source(path: string, text: string): Source {
  const pattern =
    /^\s*(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  const isText = path.endsWith('.mdx');
  const imports = [...(isText ? text : withoutComments(text)).matchAll(pattern)]
    .map(([, named, bare, lazy]) => named ?? bare ?? lazy ?? '')
    .filter((target) => !target.startsWith('node:'))
    .map((target) => resolved(path, target.replace(/\?.*$/, '')));
  return { path, text, imports };
}

function resolved(path: string, target: string): string {
  if (target.startsWith('#')) return target.slice(1);
  if (!target.startsWith('.')) return target;
  return relative(root, resolve(root, dirname(path), target)).replaceAll('\\', '/');
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}
