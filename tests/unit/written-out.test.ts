import { expect, test } from 'vitest';
import { atStep, writtenOut } from '#src/lib/written-out.ts';

test('atStep puts numbers for the time index, after other subscripts too', () => {
  expect(atStep('h_{t} = w h_{t-1}', 3)).toBe('h_{3} = w h_{2}');
  expect(atStep('a_{h,t}', 1)).toBe('a_{h,1}');
  expect(atStep('W_{hh}', 1)).toBe('W_{hh}');
});

test('writtenOut gives one line a step and refuses an equation that is not there', () => {
  expect(writtenOut('neuron-lamp', 'h', 3)).toHaveLength(3);
  expect(() => writtenOut('neuron-lamp', 'q', 3)).toThrow('no equation for «q»');
});
