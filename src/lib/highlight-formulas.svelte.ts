import { clearHighlight, highlight, setHighlight } from '#components/lib/highlight.svelte.ts';

const SYMBOL = '[data-q][data-lag]';

/**
 * Links the formulas of a page to its figures: pointing at a symbol, or walking to it with the arrow
 * keys inside a formula, lights the same quantity everywhere; and what a figure lights shines here.
 */
export function linkFormulas(page: Document): void {
  const symbolOf = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>(SYMBOL) : null;

  const meanings = readMeanings(page);

  page.addEventListener('pointerover', (event) => {
    const symbol = symbolOf(event.target);
    if (symbol !== null) light(symbol);
  });
  page.addEventListener('pointerout', (event) => {
    if (symbolOf(event.target) !== null && symbolOf(event.relatedTarget) === null) clearHighlight();
  });
  page.addEventListener('keydown', (event) => {
    const formula = event.target instanceof Element ? event.target.closest('[data-formula]') : null;
    if (formula !== null) walk(formula, event);
  });
  page.addEventListener('focusout', (event) => {
    if (event.target instanceof Element && event.target.matches('[data-formula]')) clearHighlight();
  });
  $effect.root(() => {
    $effect(() => {
      const { current } = highlight;
      for (const symbol of page.querySelectorAll<HTMLElement>(`.katex ${SYMBOL}`)) {
        const isLit =
          symbol.dataset['q'] === current?.q && Number(symbol.dataset['lag']) === current?.lag;
        symbol.toggleAttribute('data-lit', isLit);
      }
      explain(page, current?.q, meanings);
    });
  });
}

/** What each symbol means, from the list that the page carries. */
function readMeanings(page: Document): ReadonlyMap<string, string> {
  const entries = page.querySelectorAll('[data-notation] > div');
  return new Map(
    [...entries].map((entry) => [
      entry.querySelector('dt')?.textContent ?? '',
      entry.querySelector('dd')?.textContent ?? '',
    ]),
  );
}

/** Says under the equation in hand what its lit symbol means. */
function explain(
  page: Document,
  q: string | undefined,
  meanings: ReadonlyMap<string, string>,
): void {
  for (const line of page.querySelectorAll('[data-gloss]')) {
    const equation = line.closest('.equation');
    const isInHand = equation?.matches(':hover, :focus-within') === true;
    // a space keeps the line's height, so that nothing below it moves
    line.textContent = (isInHand && q !== undefined && meanings.get(q)) || '\u00a0';
  }
}

function light(symbol: HTMLElement): void {
  setHighlight({ q: symbol.dataset['q'] ?? '', lag: Number(symbol.dataset['lag']) });
}

/** Arrow keys move the light from symbol to symbol of one formula. */
function walk(formula: Element, event: KeyboardEvent): void {
  const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (event.key === 'Escape') clearHighlight();
  if (way === 0) return;
  event.preventDefault();
  const symbols = [...formula.querySelectorAll<HTMLElement>(SYMBOL)];
  const lit = symbols.findIndex((symbol) => symbol.hasAttribute('data-lit'));
  const start = lit < 0 ? (way === 1 ? 0 : symbols.length - 1) : lit + way;
  const next = symbols[(start + symbols.length) % symbols.length];
  if (next !== undefined) light(next);
}
