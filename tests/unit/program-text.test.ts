import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjointTex, cells, define, heads, neuron } from '#engine/index.ts';
import { parse, show, tex, type Program } from '#engine/index.ts';
import { layer } from '#engine/models/layer.ts';
import { windowReader } from '#engine/models/windowed.ts';
import { visit } from '#engine/program/walk.ts';
import type { Equation, Expression } from '#engine/program/types.ts';
import { typeset } from '#src/lib/typeset.ts';
import { everyProgram } from '#tests/laws/every-program.ts';

const programs = [...cells, ...heads, ...everyProgram, layer, windowReader];
const named = programs.map((program) => [program.name, program] as const);

const at = { line: 1, column: 1 };

const numberOf = (value: number): Expression => ({ kind: 'number', value, at });
const nameOf = (name: string, lag: 0 | 1 | null): Expression => ({ kind: 'name', name, lag, at });

/** Equations, or a whole program, without the places where they stood in a text. */
const placeless = (part: unknown): unknown =>
  JSON.parse(JSON.stringify(part, (key, value: unknown) => (key === 'at' ? undefined : value)));

/** What a reader would have to say to `define` besides the equations. */
function redefined(program: Program): Program {
  const quantities = [...program.quantities.values()];
  const timed = quantities.filter(({ timed, formula }) => timed && formula === undefined);
  const output = quantities.find(({ role }) => role === 'output');
  return define({
    name: program.name,
    source: program.source,
    sizes: Object.fromEntries(timed.map(({ name, shape }) => [name, shape[0]])),
    equations: show(program.equations),
    ...(output === undefined ? {} : { output: output.name }),
  });
}

describe.each(named)('the text of %s', (_, program) => {
  test('reads back to the same equations', () => {
    const text = show(program.equations);
    expect(placeless(parse(program.name, text))).toEqual(placeless(program.equations));
    expect(show(parse(program.name, text))).toBe(text);
  });

  test('defines the same program', () => {
    const again = redefined(program);
    expect(again.steps).toEqual(program.steps);
    const byName = ({ quantities }: Program) =>
      placeless([...quantities.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)));
    expect(byName(again)).toEqual(byName(program));
  });

  test('marks in TeX every quantity of its equation, with lag and role, and leaves no letter bare', () => {
    const lines = tex(program);
    expect(lines).toHaveLength(program.equations.length);
    program.equations.forEach(({ name, right }, n) => {
      const line = lines[n] ?? '';
      const used = [`${name},0`, ...namesIn(right)].map((used) => {
        const [q = '', lag] = used.split(',');
        return `q=${q},lag=${lag},role=${program.quantities.get(q)?.role}`;
      });
      const marks = [...line.matchAll(MARKED)].map(([, mark]) => mark);
      // a loss may be written with its target first
      expect(marks.toSorted()).toEqual(used.toSorted());
      const rest = line.replaceAll(MARKED, '').replaceAll(/\\[a-z]+(\{[a-z]+\})?/gi, '');
      expect(rest).not.toMatch(/[a-z]/i);
    });
  });

  test('is TeX that can be set, forwards and backwards, with no strange quantity in it', () => {
    for (const line of [...tex(program), ...adjointTex(program)]) {
      expect(typeset(line, true)).toContain('aria-roledescription="formula"');
      for (const [, q = ''] of line.matchAll(/q=(\w+)/g))
        expect([...program.quantities.keys()]).toContain(q);
    }
  });
});

describe('the TeX of an equation', () => {
  const lineOf = (right: string): string => {
    const program = define({
      name: 'written',
      source: [],
      equations: `
        g[t] = tanh(W_xg x[t])
        h[t] = ${right}`,
    });
    return (tex(program)[1] ?? '').replaceAll(
      /\\htmlData\{[^{}]*\}\{((?:[^{}]|\{[^{}]*\})*)\}/g,
      '$1',
    );
  };

  test.each([
    ['identity(g[t] + h[t-1]) * g[t]', 'h_{t} = (g_{t} + h_{t-1}) \\odot g_{t}'],
    ['g[t] - identity(g[t] - h[t-1])', 'h_{t} = g_{t} - (g_{t} - h_{t-1})'],
    ['2 * h[t-1] + g[t]', 'h_{t} = 2\\,h_{t-1} + g_{t}'],
    ['0.0000001 * h[t-1] + g[t]', 'h_{t} = 10^{-7}\\,h_{t-1} + g_{t}'],
  ])('of %s has the brackets and signs that it means', (right, line) => {
    expect(lineOf(right)).toBe(line);
  });

  test('of one neuron multiplies numbers without a sign', () => {
    const program = define({
      name: 'scalar',
      source: [],
      sizes: { x: 1, h: 1 },
      equations: 'h[t] = w * tanh(u * x[t] + h[t-1])',
    });
    expect(tex(program).join('')).not.toContain('odot');
  });
});

describe('an equation of one neuron, whatever it is', () => {
  const sign = fc.constantFrom<1 | -1>(1, -1);
  const expressions = fc.letrec<Record<'sum' | 'product' | 'atom', Expression>>((tie) => ({
    atom: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<Expression>(...['w', 'u', 'b'].map((name) => nameOf(name, null))),
      fc.constantFrom<Expression>(nameOf('x', 0), nameOf('h', 1)),
      fc.constantFrom(0, 0.5, 2, 1.25, 1000).map(numberOf),
      fc
        .tuple(fc.constantFrom('tanh', 'sigmoid', 'relu'), tie('sum'))
        .map(([op, arg]): Expression => ({ kind: 'call', op, args: [arg], at })),
      tie('sum').filter(({ kind }) => kind === 'sum'),
    ),
    product: fc.oneof(
      tie('atom'),
      fc
        .array(tie('atom'), { minLength: 2, maxLength: 3 })
        .map((factors): Expression => ({ kind: 'product', factors, at })),
    ),
    sum: fc.oneof(
      tie('product'),
      fc
        .array(fc.record({ sign, of: tie('product') }), { minLength: 1, maxLength: 3 })
        .filter(([first, second]) => first?.sign === -1 || second !== undefined)
        .map((terms): Expression => ({ kind: 'sum', terms, at })),
    ),
  }));
  const equations = expressions.sum.map((right): Equation[] => [{ name: 'h', right, at }]);

  test('reads back from its text, alone and behind a matrix', () => {
    fc.assert(
      fc.property(expressions.sum, (vector) => {
        const behind: Expression = { kind: 'apply', matrix: 'W_hh', vector, at };
        const written = [vector, behind].map((right) => ({ name: 'h', right, at }));
        expect(placeless(parse('any', show(written)))).toEqual(placeless(written));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('means in TeX what it means in text: its TeX, respelled, reads back too', () => {
    fc.assert(
      fc.property(equations, (written) => {
        const [line = ''] = tex({ ...neuron, equations: written });
        expect(placeless(parse('any', respelled(line)))).toEqual(placeless(written));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});

/** A quantity in TeX, its mark in the first group. */
const MARKED = /\\htmlData\{([^{}]*)\}\{(?:[^{}]|\{[^{}]*\})*\}/g;
/** The names of an expression in the order of the text, with their lags. */
function namesIn(expression: Expression): string[] {
  const found: string[] = [];
  visit(expression, (part) => {
    if (part.kind === 'name') found.push(`${part.name},${part.lag ?? 0}`);
    if (part.kind === 'apply') found.push(`${part.matrix},0`);
  });
  return found;
}

/** TeX of scalars in the spelling of equations, by its letters alone. */
const respelled = (line: string): string =>
  line
    .replaceAll(/\\htmlData\{[^{}]*\}\{(\w+)_\{(t|t-1)\}\}/g, '$1[$2]')
    .replaceAll(/\\htmlData\{[^{}]*\}\{(\w+)\}/g, '$1')
    .replaceAll(/\\,|\\odot/g, ' * ')
    .replaceAll('\\tanh', 'tanh')
    .replaceAll('\\sigma', 'sigmoid')
    .replaceAll('\\operatorname{ReLU}', 'relu');
