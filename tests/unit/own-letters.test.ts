import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';

/** A fork: the content of the book, and a folder of its own. */
const fork = mkdtempSync(join(tmpdir(), 'letters-'));
const own = join(fork, 'content/local');
mkdirSync(own, { recursive: true });
for (const name of readdirSync('content').filter((name) => name !== 'local'))
  symlinkSync(join(process.cwd(), 'content', name), join(fork, 'content', name));
vi.spyOn(process, 'cwd').mockReturnValue(fork);
afterAll(() => rmSync(fork, { recursive: true }));

beforeEach(() => {
  for (const name of readdirSync(own)) rmSync(join(own, name));
  // files are read once
  vi.resetModules();
});

const letters = async (text: string) => {
  writeFileSync(join(own, 'notation.yaml'), text);
  const { notation, ownLetters } = await import('#src/lib/symbols.ts');
  return { notation: notation(), ownLetters };
};
const ways = async (text: string) => {
  writeFileSync(join(own, 'conventions.yaml'), text);
  return import('#src/lib/conventions.ts');
};
/** The mistakes of a fork's files: place, what was found and what to do. */
async function told(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect((error as Error | undefined)?.name).toBe('ContentError');
  return (error as Error).message;
}

describe('a letter with two meanings', () => {
  test('changes in both places, unless a chapter says otherwise', async () => {
    const { ownLetters } = await letters("symbols:\n  - { name: c, tex: 'M' }\n");
    expect(ownLetters()?.symbols['c']).toBe('M');
    expect(ownLetters('gated-cells')?.symbols['c']).toBe('M');
  });

  test('changes in one chapter alone, and nothing else of it does', async () => {
    const { ownLetters, notation } = await letters(
      "symbols:\n  - { name: c, only: gated-cells, tex: 'M' }\n",
    );
    expect(ownLetters()?.symbols['c']).toBeUndefined();
    expect(ownLetters('recurrence')?.symbols['c']).toBeUndefined();
    expect(ownLetters('gated-cells')?.symbols['c']).toBe('M');
    expect(notation.filter(({ name }) => name === 'c').map(({ letter }) => letter)).toEqual([
      'c',
      'M',
    ]);
  });

  test('keeps its letter in one chapter where that is said', async () => {
    const { ownLetters } = await letters(
      "symbols:\n  - { name: o, only: 05-gated-cells, tex: o }\n  - { name: o, tex: 'v' }\n",
    );
    expect(ownLetters()?.symbols['o']).toBe('v');
    expect(ownLetters('gated-cells')?.symbols['o']).toBeUndefined();
  });

  test('is written on paper as on the page of its chapter', async () => {
    await letters("symbols:\n  - { name: c, only: gated-cells, tex: 'M' }\n");
    const { inLettersOf } = await import('#src/lib/typeset.ts');
    const { paperFormula } = await import('#src/lib/paper-formula.ts');
    const { formula } = await import('#src/lib/formula.ts');
    for (const set of [paperFormula, formula]) {
      expect(inLettersOf('gated-cells', () => set('c_t'))).toMatch(/>M</);
      expect(inLettersOf('recurrence', () => set('c_t'))).not.toMatch(/>M</);
    }
  });

  test('is not looked for in a chapter where it has one meaning', async () => {
    const said = await told(letters("symbols:\n  - { name: c, only: bptt, tex: 'M' }\n"));
    expect(said).toContain('content/local/notation.yaml:2:16: found «only: bptt» for c');
    expect(said).toContain('«05-gated-cells»');
  });

  test('an index keeps its letter, and it is said why', async () => {
    const said = await told(letters('symbols:\n  - { name: T, tex: N }\n'));
    expect(said).toContain('notation.yaml:2:16: found «N» for T, an index');
    expect(said).toContain('fork the sections');
    // a function shares its name with a gate, which may change
    vi.resetModules();
    const { ownLetters } = await letters("symbols:\n  - { name: f, tex: 'F' }\n");
    expect(ownLetters()?.symbols['f']).toBeUndefined();
    expect(ownLetters('gated-cells')?.symbols['f']).toBe('F');
  });
});

test('a change of a letter leaves everything else of a symbol as it is', async () => {
  const { notation: before } = await import('#src/lib/symbols.ts');
  const standing = before().find(({ name }) => name === 'h');
  vi.resetModules();
  const { notation } = await letters("symbols:\n  - { name: h, tex: 'M' }\n");
  expect(notation.find(({ name }) => name === 'h')).toEqual({ ...standing, letter: 'M' });
});

describe('the conventions of a fork', () => {
  const SHIPPED = ['goodfellow', 'd2l', 'pytorch', 'keras'];
  const OWN = 'id: ours, name: Ours, time: below, note: The slides., symbols: { h: s }';

  test('are those of the book and its own', async () => {
    const { conventions } = await ways(`conventions:\n  - { ${OWN} }\n`);
    expect(conventions().map(({ id }) => id)).toEqual([...SHIPPED, 'ours']);
  });

  test('change letter by letter, in the book and in a chapter', async () => {
    const text = `conventions:\n  - id: d2l\n    symbols: { h: 'S' }\n    only: { 05-gated-cells: { c: 'M' } }\n`;
    const { conventions, sentConvention } = await ways(text);
    const d2l = conventions().find(({ id }) => id === 'd2l')!;
    const sent = sentConvention(d2l, 'gated-cells').symbols;
    expect([sent['h'], sent['x'], sent['c'], sent['f']]).toEqual([
      'S',
      '\\mathbf{X}',
      'M',
      '\\mathbf{F}',
    ]);
    expect(conventions()).toHaveLength(SHIPPED.length);
  });

  test('leave out what it hides', async () => {
    const { conventions } = await ways('hide: [keras, d2l]\n');
    expect(conventions().map(({ id }) => id)).toEqual(['goodfellow', 'pytorch']);
  });

  test('write what they do not name in the letters of the fork', async () => {
    writeFileSync(
      join(own, 'notation.yaml'),
      "symbols:\n  - { name: h, tex: 'M' }\n  - { name: W_hh, tex: U }\n",
    );
    const { conventions, sentConvention, names } = await ways('hide: []\n');
    const pytorch = conventions().find(({ id }) => id === 'pytorch')!;
    const { symbols } = sentConvention(pytorch);
    expect([symbols['h'], symbols['W_hh']]).toEqual(['M', 'W_{hh}']);
    const { notation } = await import('#src/lib/symbols.ts');
    expect(
      names(
        pytorch,
        notation().find(({ name }) => name === 'h')!,
      ),
    ).toBe(false);
  });

  test('are told of with place, what was found and what to write', async () => {
    const text = `hide: [kera]\nconventions:\n  - { id: pytorhc, symbols: { h: s } }\n  - id: d2l\n    symbols: { W_hhh: U }\n    only: { gated: { c: '\\mathbf{' } }\n`;
    const said = await told(ways(text).then(({ conventions }) => conventions()));
    for (const part of [
      'content/local/conventions.yaml:1:8: found the convention «kera»',
      '3:7: found the convention «pytorhc»',
      '5:16: found the symbol «W_hhh» in «d2l»',
      '6:13: found the chapter «gated» in «d2l»',
      '6:22: found «\\mathbf{» for c in «d2l»; expected TeX',
      '«pytorch»',
      '«W_hh»',
      '«gated-cells»',
    ])
      expect(said).toContain(part);
  });
});
