import { describe, expect, test } from 'vitest';
import { define } from '#engine/index.ts';
import { programNamed } from '#src/lib/experiments.ts';
import { asText } from '#src/lib/network-model.ts';

describe('asText', () => {
  test.each(['neuron-lamp', 'linear-rnn-linear', 'lstm-sigmoid', 'gru-softmax', 'lstm-peephole'])(
    '%s is the same program when it is read again',
    (name) => {
      const program = programNamed(name);
      const { equations, shapes, state, output } = asText(program);
      const again = define({
        name,
        source: [],
        equations,
        sizes: shapes,
        state,
        ...(output === '' ? {} : { output }),
      });
      expect(again.steps).toEqual(program.steps);
      expect([...again.quantities.keys()].toSorted()).toEqual(
        [...program.quantities.keys()].toSorted(),
      );
    },
  );
});
