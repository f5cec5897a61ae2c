/** Where a key leads from slide `at` of `count`, counted from 0; undefined for a key that turns nothing. */
export function turned(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
      return Math.min(count - 1, at + 1);
    case 'ArrowLeft':
    case 'PageUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** What has keys of its own: as long as it has the focus, they are not ours. */
const OWN_KEYS = '.figure, input, select, textarea, [contenteditable]';

/** Shows one slide after the other. Without scripts all stand below each other. */
export function turnSlides(page: Document): void {
  const view = page.defaultView;
  const slides = [...page.querySelectorAll<HTMLElement>('[data-slide]')];
  const count = page.querySelector<HTMLElement>('[data-count]');
  const bar = page.querySelector('progress');
  const notes = page.querySelector<HTMLButtonElement>('[data-notes]');
  if (view === null || slides.length === 0) return;
  let at = 0;

  const show = (to: number): void => {
    at = to;
    slides.forEach((slide, n) => slide.classList.toggle('current', n === at));
    if (count !== null) count.textContent = `${at + 1} of ${slides.length}`;
    if (bar !== null) bar.value = at + 1;
  };
  const go = (to: number): void => {
    show(to);
    view.history.replaceState(null, '', `#${slides[to]?.id ?? ''}`);
    slides[to]?.focus({ preventScroll: true });
    view.scrollTo(0, 0);
  };
  /** The slide of an address: its own id, or that of a figure in it, with a state or without. */
  const open = (): void => {
    const id = view.location.hash.slice(1).split('?')[0] ?? '';
    const target = id === '' ? null : page.getElementById(id);
    const found = slides.findIndex((slide) => target !== null && slide.contains(target));
    show(Math.max(0, found));
  };
  const toggleNotes = (): void => {
    const isShown = page.body.classList.toggle('with-notes');
    notes?.setAttribute('aria-pressed', String(isShown));
  };

  page.body.classList.add('turning');
  open();
  view.addEventListener('hashchange', open);
  notes?.addEventListener('click', toggleNotes);
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-turn]'))
    button.addEventListener('click', () =>
      go(turned(button.dataset['turn'] ?? '', at, slides.length) ?? at),
    );
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const isTaken = event.target instanceof Element && event.target.closest(OWN_KEYS) !== null;
    if (event.key === 'Escape') return slides[at]?.focus();
    if (isTaken) return;
    if (event.key === 'n' || event.key === 'N') return toggleNotes();
    const to = turned(event.key, at, slides.length);
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  });
}
