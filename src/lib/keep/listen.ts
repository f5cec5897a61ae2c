/** Tells of a newer book; only a page of a kept book has a worker, all others fetch nothing for this. */
export function listenForNews(page: Document): void {
  const line = page.querySelector<HTMLElement>('[data-news]');
  if (line !== null && 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null)
    void import('./news.ts').then(({ announceNews }) => announceNews(line));
}
