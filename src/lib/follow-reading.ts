import { keepProgress, readingProgress, withSection } from './reading-progress.ts';

/** A place of the page that the chain of sections has a node for. */
interface Place {
  readonly section: string;
  readonly element: HTMLElement;
}

/**
 * Lights, in every chain of `page`, the node of the section at the reading line, and fills the nodes
 * of sections that were read to their end. A node is a `[data-section]`; the text's own element of
 * that id tells where the section begins. The reading line stands two fifths down the window.
 */
export function followReading(page: HTMLElement, chapter: string): void {
  const nodes = [...page.querySelectorAll<HTMLElement>('[data-section]')];
  const places = findPlaces(nodes);
  const signs = [...page.querySelectorAll<HTMLElement>('[data-here]')];
  let here = -1;
  let isEndInView = false;

  function follow(): void {
    const now = sectionAtLine(places);
    const left = places[here];
    if (left !== undefined && now === here + 1) markRead(left.section);
    here = now;
    const current = places[here]?.section;
    for (const node of nodes) showHere(node, node.dataset['section'] === current);
    const name = nodes.find(({ dataset }) => dataset['name'] && dataset['section'] === current);
    for (const sign of signs) {
      sign.textContent = name?.dataset['name'] ?? sign.dataset['here'] ?? '';
    }
    finish();
  }

  // a short last section may end before it has reached the line
  function finish(): void {
    if (!isEndInView || here < places.length - 2) return;
    for (const place of places.slice(Math.max(here, 0))) markRead(place.section);
  }

  function markRead(section: string): void {
    keepProgress(withSection(readingProgress(), chapter, section, places.length));
    showRead(nodes, section);
  }

  for (const section of readingProgress()[chapter]?.read ?? []) showRead(nodes, section);

  // the box reaches far above the window, so that a jump past several sections is seen too
  const line = new IntersectionObserver(follow, { rootMargin: '1000000px 0px -60% 0px' });
  for (const place of places) line.observe(place.element);
  watchEnd(page, (isInView) => {
    isEndInView = isInView;
    finish();
  });
}

function findPlaces(nodes: readonly HTMLElement[]): Place[] {
  const sections = new Set(nodes.map((node) => node.dataset['section'] ?? ''));
  return [...sections].flatMap((section) => {
    const element = document.getElementById(section);
    return element === null ? [] : [{ section, element }];
  });
}

function sectionAtLine(places: readonly Place[]): number {
  const line = window.innerHeight * 0.4;
  return places.findLastIndex((place) => place.element.getBoundingClientRect().top <= line + 1);
}

function watchEnd(page: HTMLElement, seen: (isInView: boolean) => void): void {
  const end = page.querySelector('[data-end]');
  if (end === null) return;
  new IntersectionObserver((entries) => {
    for (const entry of entries) seen(entry.isIntersecting);
  }).observe(end);
}

function showHere(node: HTMLElement, isHere: boolean): void {
  node.classList.toggle('here', isHere);
  const link = node.querySelector('a');
  if (isHere) link?.setAttribute('aria-current', 'true');
  else link?.removeAttribute('aria-current');
}

function showRead(nodes: readonly HTMLElement[], section: string): void {
  for (const node of nodes) {
    if (node.dataset['section'] === section) node.classList.add('read');
  }
}
