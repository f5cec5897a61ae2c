import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listing } from '#src/lib/listings.ts';

const sources = readdirSync('engine', { recursive: true, encoding: 'utf8' })
  .map((path) => `engine/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts'));

const textOf = (file: string): string => readFileSync(file, 'utf8');

/** What a file exports by a declaration of its own, found without a parser. */
const exportsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/^export (?:function|const|class|interface|type) ([A-Za-z]\w*)/gm)].map(
    ([, name = '']) => name,
  );

describe('listing', () => {
  test.each(sources)(
    'prints each export of %s as it stands there, from the line it says',
    (path) => {
      for (const name of exportsOf(path)) {
        const { code, line, file } = listing(`${path}#${name}`);
        const lines = code.split('\n').length;
        expect(file).toBe(path);
        expect(
          textOf(path)
            .split('\n')
            .slice(line - 1, line - 1 + lines)
            .join('\n'),
        ).toBe(code);
        expect(code).toMatch(new RegExp(`^export [a-z]+ ${name}\\b`, 'm'));
      }
    },
  );

  test.each(sources)('prints all of each export of %s and nothing of the next', (path) => {
    for (const name of exportsOf(path)) {
      const { code, line } = listing(`${path}#${name}`);
      const rest = textOf(path)
        .split('\n')
        .slice(line - 1 + code.split('\n').length);
      const [next = 'end of file'] = rest.filter((text) => text !== '');
      expect(code.match(/^export /gm), name).toHaveLength(1);
      // what is indented, or closes a bracket, would still belong to it
      expect(next, name).toMatch(/^[^\s)\]}]/);
    }
  });

  test('finds many exports in the engine, so that the two laws above say something', () => {
    const count = sources.reduce((total, path) => total + exportsOf(path).length, 0);
    expect(count).toBeGreaterThan(sources.length);
  });

  test('begins with the docstring', () => {
    const { code } = listing('engine/learn/bptt.ts#bptt');
    expect(code).toMatch(/^\/\*\*[\s\S]*?\*\/\nexport function bptt\b/);
    expect(code.endsWith('\n}')).toBe(true);
  });

  test('knows a declaration that is not exported', () => {
    expect(listing('engine/math/exp.ts#INVERSE_LN2').code).toContain('const INVERSE_LN2 =');
    expect(listing('engine/program/parse.ts#Reader').code).toMatch(/^class Reader/);
  });

  test('prints the whole file where no name is given', () => {
    const { code, line, language } = listing('engine/math/index.ts');
    expect(code).toBe(textOf('engine/math/index.ts').trimEnd());
    expect([line, language]).toEqual([1, 'ts']);
  });

  test('sets a component as markup', () => {
    expect(listing('components/primitives/Num.svelte').language).toBe('html');
  });

  test.each([
    ['engine/no-such.ts', 'no source «engine/no-such.ts»; expected a file of engine, components'],
    ['package.json', 'no source «package.json»; expected a file of engine, components or tests'],
    ['/etc/hostname', 'no source «/etc/hostname»'],
    ['', 'no source «»'],
    ['engine/learn/bptt.ts#bpt', '«engine/learn/bptt.ts» has no «bpt»; it has «bptt»'],
    ['engine/cells/rnn.ts#zzzzzz', '«engine/cells/rnn.ts» has no «zzzzzz»; it has «rnn», «rnn'],
  ])('says of «%s» what is there instead', (of, message) => {
    expect(() => listing(of)).toThrow(message);
  });

  test.each(['engine/../package.json', 'engine/learn', 'package.json', 'engine/none.ts'])(
    'prints nothing but source files of the book: not %s',
    (path) => {
      expect(() => listing(path)).toThrow(`no source «${path}»`);
    },
  );
});
