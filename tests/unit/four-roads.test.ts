import { describe, expect, test } from 'vitest';
import { exactGradients } from '#components/views/exact-gradient.ts';
import {
  backwards,
  difference,
  differenceErrors,
  forwards,
  influenceAfter,
  NAMES,
  stepOf,
  type Journey,
} from '#components/views/four-roads.ts';
import { compared, keyOf } from '#components/views/roads-compared.ts';
import { playQuotes } from '#components/views/backward.ts';
import { lampMachine, START } from '#components/views/lamp.ts';
import { fourRoadsSettings, journeyOf, SMALLEST } from '#components/widgets/four-roads-settings.ts';
import { defaults } from '#components/lib/settings.ts';
import { rtrl } from '#engine/learn/rtrl.ts';
import { closedForm } from '#engine/symbolic/closed-form.ts';
import { allClosedForms } from '#src/lib/closed-forms.ts';

const canonical = journeyOf(defaults(fourRoadsSettings));
const other: Journey = { weights: { w: 1.5, u: -2, b: 0.25, a: 3, c: -0.5 }, text: '“ab”' };

describe.each([
  ['the canonical lamp', canonical],
  ['another lamp', other],
] as const)('the four roads of %s', (_, journey) => {
  test.each(NAMES)('lead to one gradient of %s', async (name) => {
    const exact = (await exactGradients(journey))[name];
    const gradient = Number(exact.replace('−', '-'));
    expect(exact.length).toBeGreaterThan(60);
    // a few hundred roundings to one part in 2⁵³ of numbers of about 1
    expect(Math.abs(backwards(journey, name) - gradient)).toBeLessThan(1e-13);
    expect(Math.abs(forwards(journey, name) - gradient)).toBeLessThan(1e-13);
    // the third derivative of these losses is far below a thousand
    expect(Math.abs(difference(journey, name, 1e-4) - gradient)).toBeLessThan(1e-6);
    const roads = compared(journey, name, 4, SMALLEST, exact);
    expect(roads.isExact).toBe(true);
    expect(roads.bptt.found.digits).toBeGreaterThanOrEqual(12);
    expect(roads.difference.found.digits).toBeLessThan(roads.bptt.found.digits);
    expect(roads.best.digits).toBeGreaterThanOrEqual(roads.difference.found.digits);
    expect((roads.head + roads.rest).replace(/[^\d]/g, '').length).toBeGreaterThan(60);
  });
});

test('without long numbers the first road is the measure', () => {
  const roads = compared(canonical, 'w', 4, SMALLEST, undefined);
  expect(roads.isExact).toBe(false);
  expect(roads.bptt.found.other).toBe('');
  expect(roads.rtrl.found.digits).toBeGreaterThanOrEqual(14);
});

test('a weight that does nothing has a gradient of 0 on every road', () => {
  const dead = { weights: { ...canonical.weights, a: 0 }, text: 'a“b' };
  const roads = compared(dead, 'w', 3, SMALLEST, undefined);
  expect(roads.isZero).toBe(true);
  expect(roads.rtrl.found.other).toBe('');
});

test('the error of a difference falls a hundredfold with the step, then rises', () => {
  const { points, truncation, rounding } = differenceErrors(canonical, 'w', SMALLEST);
  const at = (n: number): number => points.find(([place]) => place === n)?.[1] ?? NaN;
  expect(at(1) - at(2)).toBeCloseTo(2, 1);
  expect(at(2) - at(3)).toBeCloseTo(2, 2);
  expect(at(SMALLEST)).toBeGreaterThan(at(6) + 4);
  // each line passes what it explains, within one power of ten
  expect(Math.abs((truncation ?? NaN) - 6 - at(3))).toBeLessThan(0.1);
  expect(Math.abs((rounding ?? NaN) + SMALLEST - at(SMALLEST))).toBeLessThan(1.2);
});

test('steps are powers of ten', () => {
  expect(stepOf(3)).toBe(1e-3);
  expect(stepOf(2.5)).toBeCloseTo(0.0031622776601683795, 16);
});

describe('the influence on a state', () => {
  test.each(NAMES)('is the formula of %s with its numbers', async (name) => {
    for (const length of [1, 2, 3]) {
      const { value, t } = influenceAfter(canonical, name, length);
      const { w, u, b, a, c } = canonical.weights;
      const trace = playQuotes(lampMachine, { w, u, b, a, c }, { h: START }, canonical.text);
      rtrl(lampMachine, trace);
      const form = await closedForm(lampMachine.program, {
        length,
        parameter: name,
        quantity: 'h',
      });
      expect(t).toBe(length);
      expect(value).toBeCloseTo(form.evaluate(trace), 14);
    }
  });

  test('ends with the text', () => {
    expect(influenceAfter({ ...canonical, text: 'a' }, 'w', 3).t).toBe(1);
  });
});

test('every weight has three formulas, and none of them has a dot between factors', async () => {
  const forms = await allClosedForms();
  expect(Object.keys(forms)).toEqual([...NAMES]);
  for (const lines of Object.values(forms)) {
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toMatch(/\\cdot|katex-error/);
  }
});

test('long numbers are known by weights and text', () => {
  expect(keyOf(canonical)).not.toBe(keyOf(other));
  expect(keyOf(canonical)).toBe(keyOf({ ...canonical }));
});
