import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import { nearest, quoted } from '#engine/program/errors.ts';
import { contentPath, readContent } from './content-files.ts';

/** One work: how the text names it, and how the list of references prints it. */
export interface Work {
  readonly key: string;
  /** «Elman 1990», «Bengio et al. 1994». */
  readonly short: string;
  readonly title: string;
  /** HTML of the full reference. */
  readonly reference: string;
  /** Where its entry begins in the .bib file. */
  readonly line: number;
}

export const bibliographyFile = contentPath('bibliography.bib');

let read: ReadonlyMap<string, Work> | undefined;

/** Every work of content/bibliography.bib, by key. Errors: a file that is not BibTeX. */
export function bibliography(): ReadonlyMap<string, Work> {
  read ??= new Map(readWorks(readContent('bibliography.bib')).map((work) => [work.key, work]));
  return read;
}

/** Returns a work. Errors: an unknown key, with the nearest. */
export function workOf(key: string): Work {
  const found = bibliography().get(key);
  if (found !== undefined) return found;
  const near = nearest(key, bibliography().keys());
  throw new Error(
    `no work «${key}» in ${bibliographyFile}; did you mean ${quoted(near) || 'another key'}?`,
  );
}

function readWorks(text: string): Work[] {
  const lines = text.split('\n');
  return new Cite(text).data.map((entry) => {
    const { id, author = [], issued, title = '' } = entry;
    const year = String(issued?.['date-parts'][0]?.[0] ?? 'n.d.');
    let reference: string | undefined;
    return {
      key: id,
      short: `${names(author.map(({ family, literal }) => family ?? literal ?? ''))} ${year}`,
      title,
      // setting one takes longer than reading all, and few are printed on a page
      get reference() {
        return (reference ??= printed(entry));
      },
      line: lines.findIndex((line) => line.includes(`{${id},`)) + 1,
    };
  });
}

function printed(entry: Cite['data'][number]): string {
  const one = new Cite();
  one.data = [entry];
  return one
    .format('bibliography', { template: 'apa', lang: 'en-US', format: 'html' })
    .replace(/^[\s\S]*?<div[^>]*csl-entry[^>]*>([\s\S]*?)<\/div>[\s\S]*$/, '$1')
    .trim()
    .replaceAll(/(https?:\/\/[^\s<]+)/g, '<a href="$1">$1</a>');
}

function names(families: readonly string[]): string {
  const [first = 'Anonymous', second] = families;
  if (families.length > 2) return `${first} et al.`;
  return second === undefined ? first : `${first} & ${second}`;
}
