import { describe, expect, test } from 'vitest';
import { playQuotes } from '#components/views/backward.ts';
import { groupOf, ledgerOf, type Grouping } from '#components/views/ledger.ts';
import { lampMachine, START } from '#components/views/lamp.ts';
import { bptt } from '#engine/index.ts';

const params = { w: 2, u: 3, b: 0, a: 4, c: 0 };
const trace = playQuotes(lampMachine, params, { h: START }, 'a“b”c');
const GROUPINGS: readonly Grouping[] = ['use', 'loss', 'lag'];

describe.each(['w', 'u', 'b', 'a', 'c'])('the ledger of %s', (name) => {
  const ledger = ledgerOf(lampMachine, trace, name);

  test('has a debt for every use and every loss that is not before it', () => {
    expect(ledger.debts).toHaveLength(15);
    for (const { t, k } of ledger.debts) expect(k).toBeLessThanOrEqual(t);
  });

  test.each(GROUPINGS)('comes to the gradient of bptt when it is added by %s', (grouping) => {
    bptt(lampMachine, trace);
    const sum = ledger.groups[grouping].reduce((total, group) => total + group.sum, 0);
    // fifteen additions in another order
    expect(Math.abs(sum - (trace.grad(name)[0] ?? NaN))).toBeLessThan(1e-15);
  });

  test.each(GROUPINGS)('has every debt in one group by %s', (grouping) => {
    const grouped = ledger.groups[grouping].flatMap(({ of, debts }) =>
      debts.map((debt) => {
        expect(groupOf(debt, grouping)).toBe(of);
        return debt;
      }),
    );
    expect(new Set(grouped)).toEqual(new Set(ledger.debts));
  });
});

test('what the readout owes, it owes at once: its debts have no lag', () => {
  for (const name of ['a', 'c'])
    for (const { t, k, value } of ledgerOf(lampMachine, trace, name).debts)
      if (t !== k) expect(Math.abs(value)).toBe(0);
});
