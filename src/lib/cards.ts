/**
 * Opens the cards of citations and terms: on hover, on focus and on a first touch; Escape, leaving
 * and a touch elsewhere close them. One card is open at a time.
 */
export function openCards(page: Document): void {
  let open: HTMLElement | undefined;

  const close = (): void => {
    open?.querySelector('.card')?.setAttribute('hidden', '');
    open = undefined;
  };
  const show = (holder: HTMLElement): void => {
    if (holder === open) return;
    close();
    open = holder;
    const card = holder.querySelector<HTMLElement>('.card');
    card?.removeAttribute('hidden');
    if (card !== null) keepInView(card);
  };
  const holderOf = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null;

  page.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const holder = holderOf(event.target);
    if (holder === null) close();
    else show(holder);
  });
  page.addEventListener('focusin', (event) => {
    const holder = holderOf(event.target);
    if (holder === null) close();
    else show(holder);
  });
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  // a finger opens the card first; a second touch follows the link
  page.addEventListener('click', (event) => {
    const holder = holderOf(event.target);
    if (holder === null) return close();
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (isTouch && holder !== open) event.preventDefault();
    show(holder);
  });
}

/** Moves a card back inside the window. */
function keepInView(card: HTMLElement): void {
  card.style.translate = '';
  const { right } = card.getBoundingClientRect();
  const excess = right + 8 - document.documentElement.clientWidth;
  if (excess > 0) card.style.translate = `${-excess}px 0`;
}
