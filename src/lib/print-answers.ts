/**
 * Puts answers on paper that a reader has not come to yet. Widgets that are awake see to it
 * themselves; those still asleep keep their answer for readers without scripts.
 */
export function printAnswers(page: Document): void {
  const view = page.defaultView;
  view?.addEventListener('beforeprint', () => putAnswers(page));
  view?.addEventListener('afterprint', () => {
    for (const answer of page.querySelectorAll('.for-paper')) answer.remove();
  });
}

/** Puts behind every widget that is asleep the answer that it keeps, as text where scripts run. */
export function putAnswers(page: Document): void {
  for (const asleep of page.querySelectorAll('astro-island[ssr] noscript')) {
    const answer = page.createElement('div');
    answer.className = 'for-paper';
    answer.innerHTML = asleep.childElementCount > 0 ? asleep.innerHTML : (asleep.textContent ?? '');
    // the choices of a question are printed with it
    answer.querySelector(':scope > ul')?.remove();
    asleep.closest('astro-island')?.append(answer);
  }
}
