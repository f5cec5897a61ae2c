import { forget, keysKept } from '#components/lib/device-store.ts';
import { canKeep, keptList, letGo, rootOf } from './keep/keeper.ts';
import { megabytes } from './keep/list.ts';
import { showPreferences, unchanged } from './preferences.ts';

/** Writes into the page about privacy what this device keeps now, and removes all of it on request. */
export async function showKept(page: Document): Promise<void> {
  const root = rootOf(page);

  async function show(): Promise<void> {
    const keys = keysKept();
    for (const place of page.querySelectorAll<HTMLElement>('[data-kept]')) {
      const [start = '', isOneOfMany] = (place.dataset['kept'] ?? '').split('…');
      const count = keys.filter((key) =>
        isOneOfMany === undefined ? key === start : key.startsWith(start),
      ).length;
      place.textContent = count === 0 ? 'nothing' : isOneOfMany === undefined ? 'kept' : `${count}`;
    }
    const book = canKeep() ? await keptList(root) : undefined;
    const place = page.querySelector('[data-kept-book]');
    if (place !== null) place.textContent = book === undefined ? 'nothing' : megabytes(book.bytes);
  }

  page.querySelector('[data-forget-all]')?.addEventListener('click', async () => {
    for (const key of keysKept()) forget(key);
    showPreferences(unchanged);
    if (canKeep()) await letGo(root);
    await show();
    const said = page.querySelector('[data-forgotten]');
    if (said !== null) said.textContent = 'This device keeps nothing of the book now.';
  });
  await show();
}
