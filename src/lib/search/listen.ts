import { listenForShortcuts } from '../shortcuts.ts';

/** Opens the search by its keys, and shows on a page what a found line led to. */
export function listenForSearch(page: Document): void {
  listenForShortcuts(page);
  if (isSought()) void import('./show-found.ts').then(({ showFound }) => showFound(page));
}

function isSought(): boolean {
  try {
    return sessionStorage.getItem('unrolled:found') !== null;
  } catch {
    return false;
  }
}
