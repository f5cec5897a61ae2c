import { find, readPage } from './search/page-tree.ts';

/** What a frame of a film shows, and what it is called. */
export interface FilmFrame {
  readonly says: string;
  readonly html: string;
}

/**
 * Cuts out of a widget, drawn in the state of a link, the part that its `data-film` names.
 * Errors: a widget without such a part, and one that could not read its link.
 */
export function filmFrame(widget: string): FilmFrame {
  const tree = readPage(widget);
  const notice = find(tree, ({ attributes }) => attributes['class']?.startsWith('notice') === true);
  if (notice !== undefined) throw new Error('the state of a frame cannot be read');
  const part = find(tree, ({ attributes }) => attributes['data-film'] !== undefined);
  if (part === undefined) throw new Error('nothing in the widget is marked with «data-film»');
  const [start, end] = part.loc;
  return { says: part.attributes['data-film'] ?? '', html: widget.slice(start.start, end.end) };
}
