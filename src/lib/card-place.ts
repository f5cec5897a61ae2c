/** Between a card and what it belongs to, and between it and the window, in pixels. */
const GAP = 6;
const EDGE = 10;
/** A margin narrower than this holds no card. */
const NARROWEST = 190;
const WIDEST = 340;

const BLOCK = 'p, li, td, dd, figcaption, blockquote, .lede';

/**
 * Puts an open card where it covers nothing that is still to be read: into the margin beside the line, else above
 * it, where the text has been read, and on a phone to the edge of the window that is farther from the link.
 */
export function besideText(card: HTMLElement, link: HTMLElement): void {
  card.style.translate = '';
  card.style.maxInlineSize = '';
  const { clientWidth: width, clientHeight: height } = link.ownerDocument.documentElement;
  const line = link.getClientRects()[0] ?? link.getBoundingClientRect();
  card.dataset['edge'] = line.top > height / 2 ? 'top' : 'bottom';
  // the style sheet has put it to an edge
  if (getComputedStyle(card).position === 'fixed') return;
  const right = (link.closest(BLOCK) ?? link).getBoundingClientRect().right + 3 * GAP;
  const margin = width - EDGE - right;
  const isMargin = margin >= NARROWEST;
  if (isMargin) card.style.maxInlineSize = `${Math.min(margin, WIDEST)}px`;
  const box = card.getBoundingClientRect();
  const above = line.top - box.height - GAP;
  const x = isMargin ? right : Math.max(EDGE, Math.min(line.left, width - EDGE - box.width));
  const y = isMargin
    ? Math.max(roof(link), Math.min(line.top - GAP, height - EDGE - box.height))
    : above >= roof(link)
      ? above
      : line.bottom + GAP;
  card.style.translate = `${x - box.left}px ${y - box.top}px`;
}

/** Where the part of the window begins that no header covers. */
function roof({ ownerDocument }: HTMLElement): number {
  const header = ownerDocument.querySelector('header');
  return Math.max(EDGE, (header?.getBoundingClientRect().bottom ?? 0) + GAP);
}
