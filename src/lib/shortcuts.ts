import { recall } from '#components/lib/device-store.ts';
import { SHORTCUTS, type ShortcutKey } from '#components/lib/shortcuts.ts';
import { isShortcut } from './shortcut.ts';
import { walkSections } from './walk-sections.ts';

/** Listens for single keys, and for buttons that open the search or the list of keys. */
export function listenForShortcuts(page: Document): void {
  const actions: Readonly<Record<ShortcutKey, () => void>> = {
    '/': () => void search(page),
    '?': () => void keys(page),
    n: () => walkSections(page, 1),
    p: () => walkSections(page, -1),
  };
  page.addEventListener('keydown', (event) => {
    const shortcut = SHORTCUTS.find(({ key }) => isShortcut(event, key));
    if (shortcut === undefined || recall('shortcuts') === 'off') return;
    event.preventDefault();
    actions[shortcut.key]();
  });
  page.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const asked = target.closest<HTMLElement>('[data-search]');
    if (asked !== null) void search(page, asked.dataset['search']);
    if (target.closest('[data-keys]') !== null) void keys(page);
  });
}

// both are fetched when they are asked for first

async function search(page: Document, question?: string): Promise<void> {
  try {
    const { openSearch } = await import('./search/open-search.ts');
    openSearch(question === '' ? undefined : question);
  } catch {
    sayMissing(page);
  }
}

async function keys(page: Document): Promise<void> {
  try {
    const { openKeys } = await import('./open-keys.ts');
    openKeys();
  } catch {
    sayMissing(page);
  }
}

const sayMissing = (page: Document): void => page.getElementById('part-missing')?.showPopover();
