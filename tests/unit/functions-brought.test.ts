import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, rnn, withFunctions } from '#engine/index.ts';
import { define } from '#engine/program/define.ts';
import { everyOp } from '#engine/program/every-op.ts';
import { linear } from '#engine/program/ops-linear.ts';
import { elementwise } from '#engine/program/ops-elementwise.ts';
import { opOf } from '#engine/program/ops.ts';

/** Functions that a text has to bring along. */
const brought = everyOp.filter((op) => ![...linear, ...elementwise].includes(op));

const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

describe('a file of equations', () => {
  const files = globSync('engine/**/*.ts').filter((file) =>
    /\b(define|extended)\(\s*(\{|\w+, \{)/.test(readFileSync(file, 'utf8')),
  );

  test.each(files)('%s imports each function that its equations call', (file) => {
    const text = readFileSync(file, 'utf8');
    const called = brought.filter(({ name }) => new RegExp(`[^.\\w]${name}\\(`).test(text));
    for (const { name } of called)
      expect(text).toMatch(new RegExp(`import .*\\b${camel(name)}\\b`));
  });

  test('are many, and some of them bring functions along', () => {
    expect(files.length).toBeGreaterThan(25);
  });
});

describe('define', () => {
  test('knows a function as soon as a text brings it, and the table has no second of its name', () => {
    expect(new Set(everyOp.map(({ name }) => name)).size).toBe(everyOp.length);
    const doubled = { ...elementwise[0]!, name: 'doubled' };
    const equations = 'h[t] = doubled(W_xh x[t])';
    expect(() => define({ name: 'wave', source: [], equations })).toThrow('«doubled»');
    const wave = define({ name: 'wave', source: [], functions: [doubled], equations });
    expect(wave.steps.map(({ op }) => op)).toEqual(['apply', 'doubled']);
  });
});

describe('withFunctions', () => {
  test('brings the functions that it puts into a program', () => {
    const tripled = { ...elementwise[0]!, name: 'tripled' };
    expect(() => opOf('tripled')).toThrow('«tripled»');
    const wave = withFunctions(rnn, { tanh: tripled });
    expect(wave.steps.map(({ op }) => op)).toContain('tripled');
    expect(compile(wave, { D: 1, H: 1 }).program).toBe(wave);
  });
});
