/**
 * Puts answers on paper that a reader has not come to yet. Widgets that are awake see to it
 * themselves; those still asleep keep their answer for readers without scripts, as text.
 */
export function printAnswers(page: Document): void {
  const view = page.defaultView;
  view?.addEventListener('beforeprint', () => {
    for (const asleep of page.querySelectorAll('astro-island[ssr] noscript')) {
      const answer = page.createElement('div');
      answer.className = 'for-paper';
      answer.innerHTML = asleep.textContent ?? '';
      // the choices of a question are printed with it
      answer.querySelector(':scope > ul')?.remove();
      asleep.closest('astro-island')?.append(answer);
    }
  });
  view?.addEventListener('afterprint', () => {
    for (const answer of page.querySelectorAll('.for-paper')) answer.remove();
  });
}
