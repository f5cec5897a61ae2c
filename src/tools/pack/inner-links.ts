/** Where a page of the site stands in the book: what its ids begin with, and the id of its start. */
export interface Place {
  readonly prefix: string;
  readonly start: string;
}

interface Site {
  /** Address of the page that a part was, below the server. */
  readonly path: string;
  readonly place: Place;
  readonly places: ReadonlyMap<string, Place>;
  readonly base: string;
  /** Where the book lives on the web. */
  readonly address: string;
}

const NAMES_IDS = [
  'for',
  'list',
  'headers',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
];

/**
 * Gives every id of a part the prefix of its place, follows them in whatever names ids, and turns
 * links within the book into links within the page. What is not in the book leads to the web.
 */
export function adopted(part: HTMLElement, site: Site): void {
  const { prefix, start } = site.place;
  for (const one of part.querySelectorAll('*')) {
    if (one.id !== '') one.id = newId(one.id, prefix);
    for (const { name, value } of [...one.attributes]) {
      if (NAMES_IDS.includes(name))
        one.setAttribute(
          name,
          value
            .split(/\s+/)
            .map((id) => newId(id, prefix))
            .join(' '),
        );
      else if (value.includes('url(#'))
        one.setAttribute(name, value.replaceAll('url(#', `url(#${prefix}`));
    }
    if (one.localName === 'use')
      one.setAttribute('href', `#${prefix}${(one.getAttribute('href') ?? '#').slice(1)}`);
  }
  for (const link of part.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    const onTheWeb = link.dataset['permalink'];
    // the link of a figure leads to where the figure lives
    if (onTheWeb?.startsWith(site.base) === true) {
      link.href = site.address + onTheWeb.slice(site.base.length);
      link.dataset['permalink'] = link.href;
    } else link.setAttribute('href', leadsTo(href, start, site));
  }
}

/** Works have one list in the whole book. */
const newId = (id: string, prefix: string): string => (id.startsWith('ref-') ? id : prefix + id);

function leadsTo(href: string, start: string, site: Site): string {
  if (/^[a-z]+:/.test(href)) return href;
  const [path = '', id = ''] = href.split('#');
  const place = path === '' ? site.place : site.places.get(path);
  if (place === undefined) return site.address + href.slice(site.base.length);
  // settings of a widget follow its id
  const bare = id.replace(/\?.*$/, '');
  if (bare === '') return `#${path === '' ? start : place.start}`;
  return `#${newId(bare, place.prefix)}`;
}
