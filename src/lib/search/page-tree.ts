import { ELEMENT_NODE, parse, TEXT_NODE, type ElementNode, type Node } from 'ultrahtml';
import { inOneLine } from '#components/lib/typeset.ts';

export type Element = ElementNode;

/** Reads a page of the built site. */
export const readPage = (html: string): Element => parse(html) as Element;

export const isElement = (node: Node): node is Element => node.type === ELEMENT_NODE;

export const classesOf = ({ attributes }: Element): string[] =>
  (attributes['class'] ?? '').split(/\s+/);

export const elementsIn = (element: Element): Element[] =>
  (element.children as Node[]).filter(isElement);

/** The first element below another, itself included, for which `fits` holds. */
export function find(element: Element, fits: (element: Element) => boolean): Element | undefined {
  if (element.name !== undefined && fits(element)) return element;
  for (const child of elementsIn(element)) {
    const found = find(child, fits);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * What is not text of the book, or not yet: programs, navigation, cards, states of figures, and the answers
 * to predictions and exercises, which wait in `noscript`, in islands and in folds.
 */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'astro-island',
  'details',
  'button',
  'nav',
  'svg',
  'pre',
]);
const SILENT_CLASSES = [
  'card',
  'cover',
  'anchor',
  'figure-links',
  'equation-number',
  'gloss',
  'kicker',
];

export const isSilent = (element: Element): boolean =>
  SILENT.has(element.name) || classesOf(element).some((name) => SILENT_CLASSES.includes(name));

const BLOCKS = new Set([
  'p',
  'li',
  'tr',
  'div',
  'section',
  'figcaption',
  'h1',
  'h2',
  'h3',
  'h4',
  'dd',
  'dt',
  'blockquote',
]);

/** What a part of a page says: its paragraphs, one a line, and its formulas as they are spoken. */
export interface Said {
  readonly text: string;
  readonly said: string;
}

/** Reads a part of a page, without the parts that `skips` takes out. */
export function readText(
  element: Element,
  skips: (element: Element) => boolean = () => false,
): Said {
  const spoken = new Set<string>();
  const read = (node: Node): string => {
    if (node.type === TEXT_NODE) return decoded(String(node.value)).replaceAll(/\s+/g, ' ');
    if (!isElement(node))
      return node.children === undefined ? '' : (node.children as Node[]).map(read).join('');
    if (isSilent(node) || skips(node)) return '';
    const tex = node.attributes['data-tex'];
    if (classesOf(node).includes('katex')) {
      spoken.add(decoded(node.attributes['aria-label'] ?? ''));
      return tex === undefined ? '' : inOneLine(decoded(tex));
    }
    const inner = (node.children as Node[]).map(read).join('');
    if (node.name === 'sub' || node.name === 'sup')
      return `${node.name === 'sub' ? '_' : '^'}{${inner}}`;
    return BLOCKS.has(node.name) ? `\n${inner}\n` : inner;
  };
  const text = (element.children as Node[])
    .map(read)
    .join('')
    .split('\n')
    .map((line) => line.replaceAll(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  return { text, said: [...spoken].join('; ') };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Text as it is read: &amp; is &. */
export const decoded = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return ENTITIES[name ?? ''] ?? all;
    },
  );
