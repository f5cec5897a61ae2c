import { book } from './book.ts';
import { parted } from './places.ts';
import { aliases } from './releases.ts';

/** Where something lives now that a kept address no longer leads to. Addresses have no base. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** How the new place is called: «section 1.2». */
  readonly label: string;
}

const moves = (): Move[] =>
  Object.entries(aliases()).map(([from, to]) => ({ from, to, label: labelOf(to) }));

/** What lived on a page, and lives elsewhere or under another id now. */
export const movesOn = (page: string): Move[] =>
  moves().filter(({ from }) => from.startsWith(`${page}#`));

/** The pages that are no longer there, those of figures among them. */
export function vanishedPages(): Move[] {
  const figures = moves().flatMap(({ from, to, label }) => {
    const [old, now] = [parted(from).id, parted(to).id ?? ''];
    const isFigure = book().targets.get(now)?.kind === 'figure';
    return old === undefined || !isFigure || book().targets.has(old)
      ? []
      : [{ from: `/figures/${old}/`, to: `/figures/${now}/`, label }];
  });
  return [...moves().filter(({ from }) => parted(from).id === undefined), ...figures];
}

function labelOf(address: string): string {
  const { page, id } = parted(address);
  const chapter = book().assembled.find(({ slug }) => page === `/${slug}/`);
  return (
    book().targets.get(id ?? '')?.label ??
    (chapter === undefined ? nameOf(page) : `chapter ${chapter.number}, ${chapter.title}`)
  );
}

const nameOf = (page: string): string =>
  page === '/' ? 'on the home page' : `under “${page.replaceAll('/', '')}”`;
