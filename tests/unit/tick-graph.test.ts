import { describe, expect, test } from 'vitest';
import { layOutTick } from '#components/views/tick-layout.ts';
import { neuronLamp } from '#engine/index.ts';
import { tickOf } from '#tests/laws/tick-laws.ts';

describe('the graph of the lamp', () => {
  test('has seven operations: the loss needs a target, and a reader has none', () => {
    expect(tickOf(neuronLamp).operations.map(({ op }) => op)).toEqual([
      'product',
      'product',
      'sum',
      'tanh',
      'product',
      'sum',
      'sigmoid',
    ]);
  });

  test('carries the state in a straight line, and reads below it', () => {
    const { nodes } = layOutTick(tickOf(neuronLamp), 'across');
    const heightOf = (id: string): number => nodes.find(({ node }) => node.id === id)?.y ?? NaN;
    const line = ['h at 0', 'operation 1', 'operation 3', 'a_h at 1', 'operation 4', 'h at 1'];
    expect(new Set(line.map(heightOf)).size).toBe(1);
    expect(heightOf('x at 1')).toBeGreaterThan(heightOf('h at 0'));
    expect(heightOf('y at 1')).toBeLessThan(heightOf('h at 0'));
  });
});
