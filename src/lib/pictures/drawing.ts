/** The drawing of a figure, as SVG that needs no page around it but a style sheet. */
export interface Drawing {
  readonly inner: string;
  readonly box: string;
  readonly width: number;
  readonly height: number;
}

/** Below this width, in its own units, a drawing is an ornament. */
const SMALLEST = 200;

/**
 * Cuts the widest drawing of a figure out of a built page; undefined where the figure is made of
 * text and tables, or of drawings in drawings.
 */
export function drawingOf(html: string, id: string): Drawing | undefined {
  const start = html.search(new RegExp(`<figure\\b[^>]*\\bid="${id}"`));
  if (start < 0) return undefined;
  const figure = html.slice(start, html.indexOf('</figure>', start));
  const drawings = outermost(figure).flatMap(({ attributes, inner }) => {
    const box = /viewBox="([^"]+)"/.exec(attributes)?.[1];
    const classes = /class="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const [, , width = 0, height = 0] = (box ?? '').split(/\s+/).map(Number);
    // lines of a drawing in a drawing are not stretched by browsers, but by what draws here
    return box === undefined || width < SMALLEST || inner.includes('<svg')
      ? []
      : [{ inner: `<g class="${classes}">${asXml(inner)}</g>`, box, width, height }];
  });
  return drawings.toSorted((a, b) => b.width - a.width)[0];
}

/** Drawings that stand in no other one. */
function outermost(html: string): { attributes: string; inner: string }[] {
  const found: { attributes: string; inner: string }[] = [];
  const open: { attributes: string; from: number }[] = [];
  for (const { 0: tag, 1: attributes, index } of html.matchAll(/<svg\b([^>]*)>|<\/svg>/g)) {
    if (attributes !== undefined) open.push({ attributes, from: index + tag.length });
    else {
      const closed = open.pop();
      if (closed !== undefined && open.length === 0)
        found.push({ attributes: closed.attributes, inner: html.slice(closed.from, index) });
    }
  }
  return found;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** HTML of a drawing as XML: without comments and empty signs, and with exponents that every font has. */
const asXml = (html: string): string =>
  html
    .replaceAll('\u200b', '')
    .replaceAll(
      /(?<=>[^<]*)[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (exponent) =>
        `<tspan baseline-shift="super" font-size="72%">${[...exponent].map((sign) => (sign === '⁻' ? '−' : RAISED.indexOf(sign))).join('')}</tspan>`,
    )
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gi, '&amp;');
