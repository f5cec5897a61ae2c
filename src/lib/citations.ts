import { href, pathOf } from './address.ts';
import { book, type Section } from './book.ts';
import { bibliography } from './bibliography.ts';

/** The keys of all works that sections cite, in text or in a claim, each once. */
export function citedKeys(sections: readonly Section[]): string[] {
  const tags = sections.flatMap(({ source }) => source.tags);
  const named = tags.flatMap(({ name, attributes }) => {
    if (name === 'Cite') return [String(attributes['of'])];
    return name === 'Claim' ? String(attributes['by']).split(/\s+/) : [];
  });
  return [...new Set(named)].filter((key) => bibliography().has(key));
}

/** Where a page finds a work that it cites: at the end of its chapter, elsewhere in the bibliography. */
export function addressOfWork(key: string, page: URL): string {
  const path = pathOf(page);
  const isInChapter = book().assembled.some(({ slug }) => path === `/${slug}/`);
  return isInChapter ? `#ref-${key}` : href(`/bibliography/#ref-${key}`);
}
