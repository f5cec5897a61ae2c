import type { Section } from './book.ts';
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
