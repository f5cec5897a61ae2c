/**
 * Runs in a browser, on an empty page of the built site: makes one long page of the whole book, with
 * ids of its own and links that lead within it.
 */
import { putAnswers } from '#src/lib/print-answers.ts';
import { adopted, type Place } from './inner-links.ts';

/** What the pages of the site do not say of the book. */
export interface Cover {
  readonly title: string;
  readonly subtitle: string;
  readonly authors: readonly string[];
  readonly licence: string;
  /** Where the book lives on the web, with a slash at its end. */
  readonly address: string;
  readonly version: string;
  /** Path of the site here, «/» or below. */
  readonly base: string;
  readonly chapters: readonly {
    readonly slug: string;
    readonly number: number;
    readonly title: string;
  }[];
}

/** Builds the page and returns the ids that its contents name, in their order. */
export async function assembleBook(cover: Cover): Promise<readonly string[]> {
  const places = new Map<string, Place>([
    ...cover.chapters.map(({ slug, number }): [string, Place] => [
      `${cover.base}${slug}/`,
      { prefix: `c${number}-`, start: `c${number}-top` },
    ]),
    [`${cover.base}glossary/`, { prefix: 'glossary-', start: 'glossary-top' }],
  ]);
  const parts: HTMLElement[] = [];
  const works = new Map<string, HTMLElement>();
  for (const [path, place] of places) {
    const page = await fetched(path);
    putAnswers(page);
    for (const sheet of page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) wear(sheet);
    const text = page.querySelector<HTMLElement>('article.text, main.glossary');
    if (text === null) throw new Error(`${path} has no text to print`);
    takeWorks(text, works);
    const part = element('article', 'text part');
    part.id = place.start;
    part.append(...text.childNodes);
    adopted(part, { path, place, places, base: cover.base, address: cover.address });
    parts.push(part);
  }
  parts.forEach((part, n) => {
    const chapter = cover.chapters[n];
    part.classList.add(chapter === undefined ? 'at-the-end' : `chapter-${chapter.number}`);
  });
  const glossary = parts.pop();
  const bibliography = worksPart(works, { address: cover.address, base: cover.base, places });
  const body = [...parts, bibliography, ...(glossary === undefined ? [] : [glossary])];
  const { list, ids } = contents(body);
  document.body.append(titlePage(cover), list, ...body);
  document.title = `${cover.title}: ${cover.subtitle}`;
  document.documentElement.lang = 'en';
  await Promise.all([...document.querySelectorAll('link')].map(loaded));
  await document.fonts.ready;
  return ids;
}

/** Writes into the contents on which page each id stands. */
export function numberContents(pages: Readonly<Record<string, number>>): void {
  for (const cell of document.querySelectorAll<HTMLElement>('[data-page-of]'))
    cell.textContent = String(pages[cell.dataset['pageOf'] ?? ''] ?? '');
}

async function fetched(path: string): Promise<Document> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

function wear(sheet: HTMLLinkElement): void {
  const address = sheet.getAttribute('href') ?? '';
  if (document.querySelector(`link[href="${address}"]`) !== null) return;
  const own = document.createElement('link');
  [own.rel, own.href] = ['stylesheet', address];
  document.head.append(own);
}

const loaded = (link: HTMLLinkElement): Promise<void> =>
  link.sheet !== null
    ? Promise.resolve()
    : new Promise((done) => {
        link.addEventListener('load', () => done());
        link.addEventListener('error', () => done());
      });

/** Each chapter lists its works; the book has one list. */
function takeWorks(text: HTMLElement, works: Map<string, HTMLElement>): void {
  const list = text.querySelector('.references');
  for (const work of list?.querySelectorAll<HTMLElement>('li[id]') ?? []) works.set(work.id, work);
  list?.remove();
}

function worksPart(
  works: ReadonlyMap<string, HTMLElement>,
  site: { address: string; base: string; places: ReadonlyMap<string, Place> },
): HTMLElement {
  const part = element('article', 'text part references at-the-end');
  part.id = 'bibliography-top';
  const list = element('ol');
  list.append(
    ...[...works.values()].toSorted((first, second) =>
      (first.textContent ?? '') < (second.textContent ?? '') ? -1 : 1,
    ),
  );
  part.append(element('h1', 'title', 'Bibliography'), list);
  adopted(part, { ...site, path: '', place: { prefix: '', start: 'bibliography-top' } });
  return part;
}

function titlePage(cover: Cover): HTMLElement {
  const page = element('header', 'title-page');
  page.append(
    element('p', 'book-title', cover.title),
    element('p', 'book-subtitle', cover.subtitle),
    element('p', 'book-authors', cover.authors.join(', ')),
    element('p', 'book-address', `Version ${cover.version} · ${cover.licence} · ${cover.address}`),
  );
  return page;
}

/** Chapters with their sections, each with a place for the number of its page. */
function contents(parts: readonly HTMLElement[]): { list: HTMLElement; ids: readonly string[] } {
  const ids: string[] = [];
  const line = (target: string, number: string, title: string): HTMLElement => {
    ids.push(target);
    const item = element('li');
    const link = document.createElement('a');
    link.href = `#${target}`;
    const page = element('span', 'page');
    page.dataset['pageOf'] = target;
    link.append(element('span', 'no', number), element('span', 'name', title), page);
    item.append(link);
    return item;
  };
  const list = element('ol', 'book-contents');
  for (const part of parts) {
    const number = /chapter-(\d+)/.exec(part.className)?.[1] ?? '';
    const chapter = line(part.id, number, nameOf(part.querySelector('h1')));
    const sections = element('ol');
    for (const heading of part.querySelectorAll<HTMLElement>('h2[id]'))
      sections.append(
        line(heading.id, heading.querySelector('.no')?.textContent ?? '', nameOf(heading)),
      );
    if (sections.childElementCount > 0) chapter.append(sections);
    list.append(chapter);
  }
  const whole = element('nav', 'text part contents');
  whole.append(element('h1', 'title', 'Contents'), list);
  return { list: whole, ids };
}

/** A heading’s words without its number. */
function nameOf(heading: Element | null): string {
  const copy = heading?.cloneNode(true) as Element | undefined;
  copy?.querySelector('.no')?.remove();
  return (copy?.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
}

function element(name: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
