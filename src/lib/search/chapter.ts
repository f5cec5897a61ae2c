import type { Place, PlaceKind } from '#components/lib/search/place.ts';
import { glossary } from '#src/lib/glossary.ts';
import { book, type Chapter, type Section } from '#src/lib/book.ts';
import { classesOf, elementsIn, find, readPage, readText, type Element } from './page-tree.ts';

/** Every place of a chapter that a reader can look for, from its built page. */
export function placesOfChapter(chapter: Chapter, html: string): Place[] {
  const page = readPage(html);
  const heading = `${chapter.number} ${chapter.title}`;
  const covered = coveredFigures(page);
  const at = (id: string): string => `/${chapter.slug}/${id === '' ? '' : `#${id}`}`;
  const place = (kind: PlaceKind, id: string, about: Partial<Place>): Place => ({
    path: at(id),
    kind,
    number: book().targets.get(id)?.number ?? '',
    title: '',
    chapter: heading,
    text: '',
    said: '',
    also: '',
    ...about,
  });
  const sections = chapter.sections.flatMap((section) => {
    const element = find(
      page,
      ({ name, attributes }) => name === 'section' && attributes['aria-labelledby'] === section.id,
    );
    if (element === undefined) throw new Error(`${at(section.id)} is not on its page`);
    return [
      ...partsOf(element, section).map((part) => place(kindOf(element), part.id, part)),
      ...placesIn(element).flatMap(({ kind, id, title, ...rest }) =>
        covered.has(id) ? [] : [place(kind, id, { title, ...rest })],
      ),
    ];
  });
  const opening = place('chapter', '', {
    number: String(chapter.number),
    title: chapter.title,
    text: [chapter.lede, chapter.question, ...chapter.goals].join('\n'),
  });
  return [opening, ...sections];
}

/** A list of what the chapter claims says everything again, in short. */
const kindOf = (section: Element): PlaceKind =>
  find(section, (child) => classesOf(child).includes('claims')) === undefined
    ? 'section'
    : 'claims';

/** Figures that would give the answer to a prediction away; what they show is not told. */
function coveredFigures(page: Element): Set<string> {
  const ids = new Set<string>();
  const look = (element: Element): void => {
    const id = element.attributes?.['data-covers'];
    if (id !== undefined) ids.add(id);
    elementsIn(element).forEach(look);
  };
  look(page);
  return ids;
}

type Part = Pick<Place, 'title' | 'text' | 'said' | 'also'> & { readonly id: string };

const isApart = (element: Element): boolean =>
  element.name === 'figure' ||
  classesOf(element).some((name) => ['exercise', 'predict', 'heading'].includes(name));

/** A section, cut at headings below its own. */
function partsOf(element: Element, section: Section): Part[] {
  const parts: { id: string; title: string; children: Element['children'] }[] = [
    { id: section.id, title: section.title, children: [] },
  ];
  for (const child of element.children) {
    const isHeading = child.name === 'h3' && child.attributes?.['id'] !== undefined;
    if (isHeading)
      parts.push({
        id: child.attributes['id'],
        title: `${section.title}: ${readText(child as Element).text}`,
        children: [],
      });
    else parts.at(-1)?.children.push(child);
  }
  return parts.map(({ id, title, children }) => {
    const whole = { ...element, children } as Element;
    return { id, title, ...readText(whole, isApart), also: termsIn(whole) };
  });
}

/** The terms that a part of a page introduces, with their other names. */
function termsIn(element: Element): string {
  const terms: string[] = [];
  const look = (child: Element): void => {
    const id = /\/glossary\/#(.+)$/.exec(child.attributes?.['href'] ?? '')?.[1];
    const term = id === undefined ? undefined : glossary().get(id);
    if (term !== undefined) terms.push([term.term, ...term.also].join(' '));
    elementsIn(child).forEach(look);
  };
  look(element);
  return [...new Set(terms)].join('; ');
}

type Found = Part & { readonly kind: PlaceKind };

/** Figures, equations, exercises and predictions below an element, in their order. */
function placesIn(element: Element): Found[] {
  const found: Found[] = [];
  let before = '';
  const look = (child: Element): void => {
    const place = placeAt(child, before);
    if (place !== undefined) found.push(place);
    else {
      elementsIn(child).forEach(look);
      if (child.name === 'p') before = readText(child).text;
    }
  };
  elementsIn(element).forEach(look);
  return found;
}

function placeAt(element: Element, before: string): Found | undefined {
  const id = element.attributes['id'];
  if (id === undefined) return undefined;
  const classes = classesOf(element);
  if (element.name === 'figure') return figureAt(element, id);
  if (classes.includes('equation')) {
    const { text, said } = readText(element);
    return { kind: 'equation', id, title: text, text: before, said, also: '' };
  }
  if (classes.includes('exercise')) {
    const tag = find(element, (child) => classesOf(child).includes('tag'));
    const title = tag === undefined ? '' : readText(tag).text.replace(/^Exercise [\d.]+ /, '');
    return {
      kind: 'exercise',
      id,
      title,
      ...readText(element, (child) => child === tag),
      also: '',
    };
  }
  if (classes.includes('predict')) {
    const isTag = (child: Element): boolean => classesOf(child).includes('tag');
    const { text, said } = readText(element, isTag);
    return { kind: 'prediction', id, title: 'Before you look', text, said, also: '' };
  }
  return undefined;
}

/** A figure by its caption, whose first sentence is its title. */
function figureAt(element: Element, id: string): Found | undefined {
  const caption = find(element, ({ name }) => name === 'figcaption');
  if (caption === undefined) return undefined;
  const { text, said } = readText(caption, (child) => classesOf(child).includes('figure-number'));
  const [title = ''] = text.split(/(?<=[.?!]) |\n/);
  return {
    kind: 'figure',
    id,
    title: title.replace(/\.$/, ''),
    text,
    said,
    also: id.replaceAll('-', ' '),
  };
}
