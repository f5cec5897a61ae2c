import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { check, isKnown, readCases } from './check.ts';
import type { OracleCase } from './schema.ts';

const cases = readCases(fileURLToPath(new URL('./cases', import.meta.url)));

describe('the engine, beside reference numbers', () => {
  for (const { oracle } of cases) {
    if (!isKnown(oracle)) continue;
    test(`${oracle.id} agrees in every value and gradient`, () => {
      expect(check(oracle)).toEqual({ kind: 'passed' });
    });
  }
});

describe('check', () => {
  const [first] = cases.filter(({ oracle }) => oracle.id === 'rnn_tanh/tiny_T3_B1_I2_H2');

  test('fails a case in which one expected number is off by one part in a million', () => {
    const oracle = structuredClone(first?.oracle) as OracleCase;
    const { params } = oracle.grads as { params: Record<string, number[][]> };
    const weights = params['weight_hh_l0'];
    if (weights?.[0]?.[0] === undefined) throw new Error('the case has no recurrent weights');
    weights[0][0] *= 1 + 1e-6;
    expect(check(oracle)).toMatchObject({ kind: 'failed' });
  });

  test('says which cell it does not know', () => {
    const oracle = { ...(first?.oracle as OracleCase), cell: 'hopfield' };
    expect(check(oracle)).toEqual({ kind: 'skipped', why: 'cell «hopfield» is not in the engine' });
  });
});
