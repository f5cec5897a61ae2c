/** What is cited: a chapter of the book, or a figure of a chapter. */
export interface Citable {
  readonly kind: 'chapter' | 'figure';
  /** Key of the entry, without spaces. */
  readonly key: string;
  readonly title: string;
  /** The book that it is in. */
  readonly book: string;
  readonly authors: readonly string[];
  readonly year: number;
  readonly version: string;
  readonly address: string;
}

/** The four ways in which a reader may take a citation along, by the name on the button. */
export const WAYS: Readonly<Record<string, (work: Citable) => string>> = {
  BibTeX: bibtex,
  RIS: ris,
  'CSL-JSON': cslJson,
  Plain: plain,
};

/** Authors are names as they stand: a group is not a person with a family name. */
function bibtex({ key, title, book, authors, year, version, address }: Citable): string {
  const fields = [
    ['author', authors.map((name) => `{${escaped(name)}}`).join(' and ')],
    ['title', `{${escaped(title)}}`],
    ['booktitle', escaped(book)],
    ['year', String(year)],
    ['note', `Version ${version}`],
    ['url', address],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
  // BibTeX knows no figures: one is a part of the book, like a chapter
  return `@incollection{${key},\n${lines.join(',\n')}\n}\n`;
}

function ris({ title, book, authors, year, version, address }: Citable): string {
  const lines = [
    // the type for figures has no field for the book that they are in
    ['TY', 'CHAP'],
    // what ends in a comma is one name, and not a given and a family name
    ...authors.map((name) => ['AU', `${name},`]),
    ['TI', title],
    ['T2', book],
    ['PY', String(year)],
    ['N1', `Version ${version}`],
    ['UR', address],
    ['ER', ''],
  ];
  return `${lines.map(([tag, value]) => `${tag}  - ${value}`).join('\n')}\n`;
}

function cslJson({ kind, key, title, book, authors, year, version, address }: Citable): string {
  const item = {
    id: key,
    type: kind,
    title,
    'container-title': book,
    author: authors.map((literal) => ({ literal })),
    issued: { 'date-parts': [[year]] },
    version,
    URL: address,
  };
  return `${JSON.stringify([item], undefined, 2)}\n`;
}

function plain({ title, book, authors, year, version, address }: Citable): string {
  return `${authors.join(', ')} (${year}). ${title}. In ${book} (version ${version}). ${address}\n`;
}

const escaped = (text: string): string => text.replaceAll(/[&%$#_{}]/g, (sign) => `\\${sign}`);
