import { type Page } from '@playwright/test';
import { number, signed } from '#components/lib/format.ts';
import { inPowers } from '#components/lib/powers-of-ten.ts';
import type { Trace } from '#engine/index.ts';

/** A number as a figure shows it. */
export interface Shown {
  readonly text: string;
  /** All digits, as the figure got them from the engine. */
  readonly full: string;
  readonly q: string | undefined;
  readonly t: number | undefined;
}

/** Every number that a figure shows now. */
export const shownIn = (page: Page, selector: string): Promise<Shown[]> =>
  page.locator(`${selector} [data-v]`).evaluateAll((elements) =>
    elements.map((element) => ({
      text: (element.textContent ?? '').trim(),
      full: element.getAttribute('data-v') ?? '',
      q: element.getAttribute('data-q') ?? undefined,
      t: element.hasAttribute('data-t') ? Number(element.getAttribute('data-t')) : undefined,
    })),
  );

/** Every number that a figure shows now, with all its digits, in the order of the page. */
export const valuesIn = async (page: Page, selector: string): Promise<number[]> =>
  (await shownIn(page, selector)).map(({ full }) => Number(full));

/** Returns the numbers whose text is not the number, rounded. */
export const misprints = (shown: readonly Shown[]): string[] =>
  mismatches(
    shown,
    undefined,
    shown.map(({ full }) => Number(full)),
  );

/**
 * Returns the numbers that the engine does not give: a named one must be, bit for bit, a component of
 * its quantity at its step; any other must be one of `others`. And every text must be its number, rounded.
 */
export function mismatches(
  shown: readonly Shown[],
  trace: Trace | undefined,
  others: readonly number[],
): string[] {
  return shown.flatMap(({ text, full, q, t }) => {
    const value = Number(full);
    const named = `${q ?? 'a number'}${t === undefined ? '' : ` at ${t}`}`;
    const isRight = [...candidates(trace, q, t), ...(isNamed(trace, q) ? [] : others)].some(
      (candidate) => Object.is(candidate, value) || candidate === value,
    );
    const digits = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
    const isRounded = [
      number(value, digits),
      signed(value, digits),
      inPowers(value, digits),
    ].includes(text.replaceAll('\u00a0', ' '));
    return [
      ...(isRight ? [] : [`${named} = ${full}: not what the engine computes`]),
      ...(isRounded ? [] : [`${named} = ${full} is shown as «${text}»`]),
    ];
  });
}

const isNamed = (trace: Trace | undefined, q: string | undefined): boolean =>
  q !== undefined && trace?.program.quantities.has(q) === true;

function candidates(
  trace: Trace | undefined,
  q: string | undefined,
  t: number | undefined,
): number[] {
  if (trace === undefined || q === undefined) return [];
  const quantity = trace.program.quantities.get(q);
  if (quantity === undefined) return [];
  return quantity.timed ? (t === undefined ? [] : [...trace.value(q, t)]) : [...trace.value(q)];
}
