/** Opens the panel of preferences; what it does is fetched when it is first opened, what was chosen shows without it. */
export function openReadingPanel(page: Document): void {
  const panel = page.getElementById('reading-panel');
  const opener = page.querySelector('[popovertarget="reading-panel"]');
  opener?.addEventListener(
    'click',
    async (event) => {
      event.preventDefault();
      const { readingPanel } = await import('./reading-panel.ts');
      readingPanel(page);
      panel?.showPopover();
    },
    { once: true },
  );
}
