/** What the page is told when all of its text is laid out. */
const WHOLE = 'text:whole';

/** Runs `start` once all of the text is laid out; at once where it came in one piece. */
export function whenWhole(page: Document, start: () => void): void {
  if (page.documentElement.dataset['arriving'] === undefined) start();
  else page.addEventListener(WHOLE, start, { once: true });
}

/** Letters that come after the first screen in every chapter, each with a sign of its file. */
const LATER_LETTERS = [
  ['italic 1em "Source Sans 3 Variable"', 'x'],
  ['1em "Source Sans 3 Variable"', 'σ'],
  ['1em "Source Code Pro Variable"', 'x'],
  ['1em "Unrolled symbols"', '▶'],
  ['1em KaTeX_Size1', '('],
  ['1em KaTeX_Size2', '∑'],
  ['1em KaTeX_Size3', '('],
] as const;

/**
 * Script that lays a long text out in portions, so that no telephone is held up by a whole chapter: first
 * what fills the window, then block after block, with pauses in which the page answers. It stands inline in
 * the head; without it, on paper, and for whoever comes to a place within the text, all is laid out at once.
 */
export const earlyPortions = `(${layOutInPortions.toString()})(document, '${WHOLE}', ${JSON.stringify(LATER_LETTERS)})`;

type Block = HTMLElement | SVGElement;

/** Must use nothing from outside itself: it travels as text. */
function layOutInPortions(page: Document, whole: string, laterLetters: typeof LATER_LETTERS): void {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const goesToPlace = page.location.hash !== '' || /[?#]/.test(visit?.name ?? '');
  if (page.hidden || visit?.type !== 'navigate' || goesToPlace) return;
  /** Milliseconds of work between two pauses, and elements to lay out before the clock is read. */
  const BUDGET = 3;
  const PORTION = 40;
  /** Elements of a block that is laid out part by part. */
  const LARGE = 200;
  /** Milliseconds to wait for letters: whenever some arrive, all that is laid out is laid out anew. */
  const PATIENCE = 100;
  const root = page.documentElement;
  const isRead = (): boolean => page.readyState !== 'loading';
  const isArriving = (): boolean => root.dataset['arriving'] !== undefined;
  let opened = 0;
  let waiting: Block[] = [];

  // styles hide sections that are not open, and blocks that wait
  function openSection(): boolean {
    const sections = page.querySelectorAll<HTMLElement>('.text > section');
    const section = sections[opened];
    const isComplete = opened + 1 < sections.length || isRead();
    if (section === undefined || !(isComplete || opened === 0)) return false;
    opened += 1;
    waiting = hold(section);
    section.dataset['open'] = '';
    return true;
  }

  function hold(parent: Element): Block[] {
    const blocks = ([...parent.children] as Element[]).filter(
      (child) => child instanceof HTMLElement || child instanceof SVGElement,
    );
    for (const block of blocks) block.dataset['waits'] = '';
    return blocks;
  }

  /** Lays out blocks of that many elements; returns where they end in the window, in pixels. */
  function layOut(elements: number, large: number): number {
    let count = 0;
    let last: Block | undefined;
    while (count < elements && waiting.length > 0) {
      last = waiting.shift()!;
      const size = 1 + last.getElementsByTagName('*').length;
      if (size > large && !last.matches('p, .katex')) waiting.unshift(...hold(last));
      else count += size;
      delete last.dataset['waits'];
    }
    return last?.getBoundingClientRect().bottom ?? 0;
  }

  function fetchLetters(): void {
    const letters = laterLetters.map(([font, sign]) => page.fonts.load(font, sign));
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    void Promise.race([Promise.allSettled([...letters, page.fonts.ready]), patience]).then(goOn);
  }

  function goOn(): void {
    if (!isArriving()) return;
    const end = performance.now() + BUDGET;
    while (performance.now() < end) {
      if (waiting.length === 0 && !openSection()) {
        if (isRead()) finish();
        else setTimeout(goOn, 20);
        return;
      }
      layOut(PORTION, LARGE);
    }
    setTimeout(goOn);
  }

  function finish(): void {
    for (const block of waiting) delete block.dataset['waits'];
    for (const section of page.querySelectorAll<HTMLElement>('[data-open]'))
      delete section.dataset['open'];
    delete root.dataset['arriving'];
    for (const [event, target] of hurries) target.removeEventListener(event, finish, true);
    page.dispatchEvent(new Event(whole));
  }

  // who searches, walks, follows a link or leaves wants to have it all
  const hurries: [string, EventTarget][] = [
    ['keydown', page],
    ['click', page],
    ['visibilitychange', page],
    ['beforeprint', window],
  ];
  for (const [event, target] of hurries) target.addEventListener(event, finish, true);

  root.dataset['arriving'] = '';
  requestAnimationFrame(() => {
    // a key may have come before the first frame
    if (!isArriving()) return;
    if (openSection()) while (waiting.length > 0 && layOut(1, Infinity) < window.innerHeight);
    requestAnimationFrame(() => setTimeout(fetchLetters));
  });
}
