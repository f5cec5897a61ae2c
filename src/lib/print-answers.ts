/**
 * Puts on paper the answers that a reader has not come to yet, and the films of figures. Widgets that
 * are awake see to their answers themselves; those still asleep keep it for readers without scripts.
 */
export function printAnswers(page: Document): void {
  const view = page.defaultView;
  view?.addEventListener('beforeprint', () => putAnswers(page));
  view?.addEventListener('afterprint', () => {
    for (const answer of page.querySelectorAll('.for-paper')) answer.remove();
  });
}

/** Puts behind every widget that is asleep the answer that it keeps, as text where scripts run, and every film in its place. */
export function putAnswers(page: Document): void {
  for (const asleep of page.querySelectorAll('astro-island[ssr] noscript, .film-can')) {
    const answer = page.createElement('div');
    answer.className = 'for-paper';
    answer.innerHTML = asleep.childElementCount > 0 ? asleep.innerHTML : (asleep.textContent ?? '');
    // the choices of a question are printed with it
    answer.querySelector(':scope > ul')?.remove();
    const island = asleep.closest('astro-island');
    if (island === null) asleep.after(answer);
    else island.append(answer);
  }
}
