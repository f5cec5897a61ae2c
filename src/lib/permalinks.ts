/** Writes the whole address of every permalink beside it, for paper (print.css prints it). */
export function showPermalinks(page: HTMLElement): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-permalink]')) {
    link.dataset['permalink'] = link.href;
  }
}
