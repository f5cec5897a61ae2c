/** A piece of the children of `<Predict>`, as HTML. */
export interface Piece {
  readonly kind: 'option' | 'reveal' | 'question';
  readonly fields: Readonly<Record<string, string>>;
  readonly html: string;
}

/** Returns the comment by which a child of `<Predict>` says where it begins or ends. */
export function mark(
  kind: Piece['kind'] | 'end',
  fields: Readonly<Record<string, string>> = {},
): string {
  // percent-encoding leaves no hyphen pairs, which would end the comment
  const text = encodeURIComponent(JSON.stringify(fields)).replace(/-/g, '%2D');
  return `<!--predict:${kind}:${text}-->`;
}

/** Cuts the children of `<Predict>` along their marks. */
export function readPieces(children: string): Piece[] {
  const pattern = /<!--predict:(option|reveal|question):(.*?)-->([\s\S]*?)<!--predict:end:.*?-->/g;
  return [...children.matchAll(pattern)].map(([, kind, fields, html]) => ({
    kind: kind as Piece['kind'],
    fields: JSON.parse(decodeURIComponent(fields ?? '')) as Record<string, string>,
    html: (html ?? '').trim(),
  }));
}

const LOADERS = /<script\b[\s\S]*?<\/script>|<style\b[\s\S]*?<\/style>|<link\b[^>]*>/g;

/**
 * Separates what must run with the page (loaders of islands) from HTML that waits inside
 * a `<noscript>`, where it would stay dead; a nested `<noscript>` would end the outer one.
 */
export function hoisted(html: string): { loaders: string; rest: string } {
  const loaders = (html.match(LOADERS) ?? []).join('');
  return {
    loaders,
    rest: html.replace(LOADERS, '').replace(/<noscript\b[\s\S]*?<\/noscript>/g, ''),
  };
}

/** Returns a paragraph's inside, for a place that allows no paragraph. */
export const inline = (html: string): string =>
  html.replace(/^<p\b[^>]*>([\s\S]*)<\/p>$/, '$1').trim();
