import { choice, decimal, integer, text, type Values } from '#components/lib/settings.ts';
import type { GateTable } from '#engine/models/quote-gates.ts';

/** Longest text that is read. */
export const LONGEST = 60;

const gate = (fallback: 'open' | 'closed') => choice(['open', 'closed'], fallback);
const sign = (fallback: 'plus' | 'zero' | 'minus') => choice(['plus', 'zero', 'minus'], fallback);

/** Everything a reader can set: the table, cell by cell, as the cell of 1997 would have it. */
export const gateSettings = {
  text: text('so “no “not” yes” yet', { maxLength: LONGEST, label: 'Text' }),
  step: integer(1, LONGEST, 12, 'Step'),
  firmness: decimal(0.5, 8, 5, { label: 'firmness', step: 0.1 }),
  'f.open': gate('open'),
  'f.close': gate('open'),
  'f.letter': gate('open'),
  'i.open': gate('open'),
  'i.close': gate('open'),
  'i.letter': gate('closed'),
  'g.open': sign('plus'),
  'g.close': sign('minus'),
  'g.letter': sign('zero'),
  'o.open': gate('open'),
  'o.close': gate('open'),
  'o.letter': gate('open'),
};

export type GateValues = Values<typeof gateSettings>;

const SIGNS = { plus: 1, zero: 0, minus: -1 } as const;

/** Returns the table that the settings spell. */
export function tableOf(values: GateValues): GateTable {
  const line = (name: 'f' | 'i' | 'o') => ({
    open: values[`${name}.open`] === 'open',
    close: values[`${name}.close`] === 'open',
    letter: values[`${name}.letter`] === 'open',
  });
  return {
    f: line('f'),
    i: line('i'),
    o: line('o'),
    g: {
      open: SIGNS[values['g.open']],
      close: SIGNS[values['g.close']],
      letter: SIGNS[values['g.letter']],
    },
  };
}
