import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

const files = globSync('{engine,components,src,tests}/**/*.{ts,svelte,astro,mjs}')
  .filter((path) => !path.includes('node_modules'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const inEngine = files.filter(({ path }) => path.startsWith('engine/'));

const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.replace('type ', '').trim().split(' ')[0]!)
    .filter((name) => name !== '');

/** What is imported or handed on by name: «adam.ts adam», and from the index of the engine «engine/index.ts adam». */
const asked = new Set(
  files.flatMap(({ text }) =>
    [...text.matchAll(/(?:import|export) (?:type )?\{([^}]*)\} from '([^']+)'/g)].flatMap(
      ([, list = '', from = '']) =>
        namesIn(list).map(
          (name) =>
            `${from.endsWith('engine/index.ts') ? 'engine/index.ts' : basename(from)} ${name}`,
        ),
    ),
  ),
);

test('no function, class or constant of the engine is exported for nobody', () => {
  // the list of cells asks for all that their index has
  const isHandedOn = (path: string): boolean =>
    inEngine.some(({ text }) => text.includes(`export * from './${basename(path)}'`));
  const unused = inEngine
    .filter(({ path }) => !isHandedOn(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:const|function\*?|class) (\w+)/gm)]
        .filter(([, name]) => !asked.has(`${basename(path)} ${name}`))
        .map(([, name]) => `${path}: ${name}`),
    );
  expect(unused).toEqual([]);
});

test('engine/index.ts names nothing that nobody asks it for', () => {
  const { text } = inEngine.find(({ path }) => path === 'engine/index.ts')!;
  const named = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, list = '']) =>
    namesIn(list),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !asked.has(`engine/index.ts ${name}`))).toEqual([]);
});
