/** Folds the list of sections when one is chosen, for that is what the reader wants to see, and by Escape. */
export function foldContents(page: Document): void {
  for (const details of page.querySelectorAll<HTMLDetailsElement>('.on-this-page details')) {
    details.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a') !== null) {
        details.open = false;
      }
    });
    details.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !details.open) return;
      details.open = false;
      details.querySelector('summary')?.focus();
    });
  }
}
