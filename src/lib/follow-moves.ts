/**
 * Leads a kept link to where its goal lives now, with the state of a figure that it may carry:
 * `#old?v=1&w=2` becomes `/page/#new?v=1&w=2`. Without scripts the reader is told, and follows a link.
 */
export function followMoves(page: Document): void {
  const follow = (): void => {
    const [id = '', ...state] = window.location.hash.slice(1).split('?');
    const link = page.getElementById(id)?.querySelector<HTMLAnchorElement>('a[data-moved]');
    if (link) window.location.replace([link.href, ...state].join('?'));
  };
  window.addEventListener('hashchange', follow);
  follow();
}

/** Leads on from a page that is no longer there, to the same place on the one that stands in for it. */
export function leaveMovedPage(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>('a[data-moved-page]');
  if (link === null || isListed(page, window.location.hash)) return;
  const goal = new URL(link.href);
  if (goal.hash === '') goal.hash = window.location.hash;
  window.location.replace(goal.href);
}

const isListed = (page: Document, hash: string): boolean =>
  page.getElementById(hash.slice(1).split('?')[0] ?? '')?.matches('.moved') === true;
