import { stem } from '#components/lib/search/words.ts';

const KEY = 'unrolled:found';

interface Sought {
  readonly path: string;
  readonly words: readonly string[];
}

/** Leaves a note for the page of a result: which place, found by which words. */
export function passOn(path: string, words: readonly string[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ path, words } satisfies Sought));
  } catch {
    // without storage the place is shown, its words are not marked
  }
}

/** Marks the words that a search has found at the place that the address names, and shows the best paragraph. */
export function showFound(page: Document): void {
  const { pathname, hash } = page.location;
  const sought = noteFor(`${pathname}${hash}`);
  if (sought === undefined) return;
  const id = decodeURIComponent(hash.slice(1));
  const place = id === '' ? page.querySelector('main') : page.getElementById(id);
  if (place === null) return;
  const parts = partsOf(place);
  const ranges = parts.flatMap((part) => hitsIn(part, new Set(sought.words)));
  if ('highlights' in CSS) CSS.highlights.set('found', new Highlight(...ranges));
  // readers by key go on from here
  if (place instanceof HTMLElement) {
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }
  if (place.matches('h2, h3')) showBest(parts, ranges);
  page.addEventListener('keydown', unmark);
}

/** Escape takes the marks away. */
function unmark({ key }: KeyboardEvent): void {
  if (key === 'Escape' && 'highlights' in CSS) CSS.highlights.delete('found');
}

/** Takes the note for an address out, so that it holds once; one for another page waits for that page. */
function noteFor(address: string): Sought | undefined {
  try {
    const kept = sessionStorage.getItem(KEY);
    const sought = kept === null ? undefined : (JSON.parse(kept) as Sought);
    if (sought === undefined || !address.endsWith(sought.path)) return undefined;
    sessionStorage.removeItem(KEY);
    return sought;
  } catch {
    return undefined;
  }
}

/** What belongs to a place: itself, or what follows its heading until the next. */
function partsOf(place: Element): Element[] {
  if (!place.matches('h2, h3')) return [place];
  const parts: Element[] = [];
  let next = (place.closest('.heading') ?? place).nextElementSibling;
  while (next !== null && !next.matches('h2, h3, .heading')) {
    parts.push(next);
    next = next.nextElementSibling;
  }
  return parts.filter((part) => !part.matches('figure, .exercise, .predict'));
}

function hitsIn(part: Element, words: ReadonlySet<string>): Range[] {
  const walker = part.ownerDocument.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('.katex, .card, script, style, noscript') !== null) continue;
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(
      /[\p{Letter}\p{Number}]+/gu,
    )) {
      if (!words.has(stem(word.toLowerCase()))) continue;
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      ranges.push(range);
    }
  }
  return ranges;
}

/** Scrolls to the paragraph with most different words, unless it is in view already. */
function showBest(parts: readonly Element[], ranges: readonly Range[]): void {
  const found = (part: Element): number =>
    new Set(
      ranges
        .filter((range) => part.contains(range.startContainer))
        .map((range) => stem(range.toString().toLowerCase())),
    ).size;
  const [best] = parts.toSorted((first, second) => found(second) - found(first));
  if (best === undefined || found(best) === 0) return;
  const { top, bottom } = best.getBoundingClientRect();
  const isInView = top >= 0 && bottom <= best.ownerDocument.documentElement.clientHeight;
  if (!isInView) best.scrollIntoView({ block: 'center' });
}
