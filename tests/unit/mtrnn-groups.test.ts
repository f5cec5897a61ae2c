import { describe, expect, test } from 'vitest';
import { mtrnnOf } from '#engine/cells/mtrnn-groups.ts';
import { compile, type Program } from '#engine/index.ts';

const roles = ({ quantities }: Program, role: string): string[] =>
  [...quantities.values()].filter((quantity) => quantity.role === role).map(({ name }) => name);

const shapeOf = ({ quantities }: Program, name: string): readonly (string | number)[] =>
  quantities.get(name)!.shape;

describe('mtrnnOf', () => {
  test('has one answer where it has one group, and no answer of the whole where it has several', () => {
    const one: Program = mtrnnOf('one', ['_1']);
    expect(one.name).toBe('one');
    expect(one.source).toEqual(['yamashita2008']);
    expect(roles(one, 'output')).toEqual(['y_1']);
    expect(roles(mtrnnOf('two', ['_1', '_2']), 'output')).toEqual([]);
    expect(roles(mtrnnOf('none', ['']), 'output')).toEqual(['y']);
  });

  test('has a loss where one is asked for: of a single group, or the sum over groups', () => {
    const one: Program = mtrnnOf('one', [''], 'kl_divergence');
    expect(roles(one, 'loss')).toEqual(['L']);
    expect(roles(one, 'target')).toEqual(['d']);
    expect(shapeOf(one, 'd')).toEqual(['K']);
    const two: Program = mtrnnOf('two', ['_1', '_2'], 'squared_error');
    expect(two.quantities.get('L')!.role).toBe('loss');
    expect(shapeOf(two, 'L')).toEqual(shapeOf(one, 'L'));
    expect(shapeOf(two, 'd_2')).toEqual(['K_2']);
    expect(mtrnnOf('without', ['_1', '_2']).quantities.has('L')).toBe(false);
  });

  test('lets no group hear another, nor the slow units', () => {
    const program: Program = mtrnnOf('two', ['_1', '_2'], 'squared_error');
    expect(
      roles(program, 'param')
        .filter((name) => name.startsWith('W_'))
        .toSorted(),
    ).toEqual(
      [
        'W_hh',
        'W_hs',
        'W_hy_1',
        'W_hy_2',
        'W_sh',
        'W_ss',
        'W_zh_1',
        'W_zh_2',
        'W_zy_1',
        'W_zy_2',
      ].toSorted(),
    );
    const sizes = { H: 2, C: 3, K_1: 4, K_2: 5 };
    const { layout } = compile(program, sizes);
    expect(['x_1', 'm_2', 'h', 's', 'W_hy_2'].map((name) => layout.length(name))).toEqual([
      4, 5, 2, 3, 10,
    ]);
  });
});
