import { besideText } from './card-place.ts';

/** What is open, and what opened it: a pointer that leaves closes it, other ways of reading do not. */
interface Open {
  readonly holder: HTMLElement;
  readonly card: HTMLElement;
  readonly by: 'pointer' | 'focus' | 'touch';
}

/** So far a pointer may stray from a link and its card, in pixels. */
const STRAY = 10;

/**
 * Opens the cards of citations and terms: on hover, on focus and on a first touch; Escape, leaving
 * and a touch elsewhere close them. A pointer may go over to the card. One card is open at a time.
 */
export function openCards(page: Document): void {
  let open: Open | undefined;
  // what Escape has closed stays closed until the reader has been elsewhere
  let dismissed: HTMLElement | undefined;

  const close = (): void => {
    open?.card.setAttribute('hidden', '');
    open = undefined;
  };
  const show = (holder: HTMLElement, by: Open['by']): void => {
    if (holder === open?.holder || holder === dismissed) return;
    close();
    const card = holder.querySelector<HTMLElement>('.card');
    const link = holder.querySelector<HTMLElement>('a');
    if (card === null || link === null) return;
    card.removeAttribute('hidden');
    besideText(card, link);
    open = { holder, card, by };
  };

  page.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    const holder = holderOf(target);
    if (holder !== dismissed) dismissed = undefined;
    if (holder !== null) show(holder, 'pointer');
  });
  page.addEventListener('pointermove', (event) => {
    if (open?.by === 'pointer' && !isWithin(event, open)) close();
  });
  page.addEventListener('focusin', ({ target }) => {
    const holder = holderOf(target);
    if (holder !== dismissed) dismissed = undefined;
    if (holder === null) close();
    else show(holder, 'focus');
  });
  page.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    dismissed = open?.holder;
    close();
  });
  // a finger opens the card first; a second touch follows the link. Its touch focuses before it clicks
  let isFirst = false;
  page.addEventListener('pointerdown', ({ target, pointerType }) => {
    isFirst = pointerType === 'touch' && holderOf(target) !== open?.holder;
  });
  page.addEventListener('click', (event) => {
    const holder = holderOf(event.target);
    if (holder === null) return close();
    if (isFirst) event.preventDefault();
    dismissed = undefined;
    show(holder, 'touch');
  });
}

const holderOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null;

/** Whether a pointer is on a link, on its card, or on the way from one to the other. */
function isWithin({ clientX, clientY }: PointerEvent, { holder, card }: Open): boolean {
  const boxes = [...holder.getClientRects(), card.getBoundingClientRect()];
  return (
    clientX > Math.min(...boxes.map(({ left }) => left)) - STRAY &&
    clientX < Math.max(...boxes.map(({ right }) => right)) + STRAY &&
    clientY > Math.min(...boxes.map(({ top }) => top)) - STRAY &&
    clientY < Math.max(...boxes.map(({ bottom }) => bottom)) + STRAY
  );
}
