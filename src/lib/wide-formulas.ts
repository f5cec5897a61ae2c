const boxes = ':not(.formula) > .katex-display, .formula, .table-scroll, .scroll, .picture, pre';

/**
 * Lets the keyboard reach what scrolls sideways: a box that is wider than its place takes the focus
 * and has a name, and is an ordinary part of the text again when it fits.
 */
export function reachWideFormulas(page: HTMLElement): void {
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target instanceof HTMLElement) offerFocus(target, overflows(target));
    }
  });
  for (const box of page.querySelectorAll<HTMLElement>(boxes)) watch.observe(box);
}

function overflows(box: HTMLElement): boolean {
  return box.scrollWidth > box.clientWidth + 1;
}

function offerFocus(box: HTMLElement, wide: boolean): void {
  if (wide && !box.hasAttribute('tabindex')) {
    box.tabIndex = 0;
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', `Wide ${nameOf(box)}, scrolls sideways`);
    box.dataset['wide'] = '';
  } else if (!wide && box.dataset['wide'] !== undefined) {
    delete box.dataset['wide'];
    for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
  }
}

function nameOf(box: HTMLElement): string {
  if (box.matches('.katex-display, .formula')) return 'formula';
  if (box.matches('pre')) return 'listing';
  return box.matches('.table-scroll') ? 'table' : 'picture';
}
