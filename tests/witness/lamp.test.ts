import { describe, expect, test } from 'vitest';
import { bptt, compile, encodeQuotes, neuronLamp, play } from '#engine/index.ts';
import { lampBackward, lampForward } from './lamp.ts';

const machine = compile(neuronLamp);

describe('the lamp by hand', () => {
  test.each(['a“b”c', '“ab”', 'a “bc” d “e'])('has the gradients of the engine on %s', (text) => {
    const weights = { w: 1.3, u: 2.1, b: -0.2, a: 3, c: 0.4 };
    const items = encodeQuotes(text);
    const x = [NaN, ...items.map((item) => item.x)];
    const d = [NaN, ...items.map(({ inside }) => inside)];
    const { h, y } = lampForward(weights, x, -1);
    const trace = play(machine, {
      params: { ...weights },
      initial: { h: -1 },
      inputs: x.slice(1),
      targets: d.slice(1),
    });
    bptt(machine, trace);
    for (const [name, value] of Object.entries(lampBackward(weights, { x, d, h, y })))
      // the engine has its own tanh and σ: a few units of the sixteenth digit, summed over the steps
      expect(trace.grad(name as 'w')[0], name).toBeCloseTo(value, 13);
  });
});
