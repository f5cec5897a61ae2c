import { number } from '#components/lib/format.ts';
import { powered } from '#components/lib/powers-of-ten.ts';
import { escaped } from '#components/lib/say.ts';
import { workOf } from './bibliography.ts';
import { termOf } from './glossary.ts';
import { listing } from './listings.ts';
import { attributesOf, type Node } from './mdx-source.ts';
import { namedNumber } from './named-number.ts';
import { targetOf } from './references.ts';

/** Sets TeX, in the line or displayed. */
export type SetFormula = (tex: string, isDisplayed?: boolean) => string;

/**
 * Returns a piece of a chapter as HTML that stands by itself, outside its page: numbers, formulas and
 * words stay, references lose their links, and cards and sidenotes are left out.
 */
export function plainHtml(nodes: readonly Node[], formula: SetFormula): string {
  return nodes.map((node) => nodeHtml(node, formula)).join('');
}

const WRAPPERS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  blockquote: 'blockquote',
  listItem: 'li',
  tableRow: 'tr',
  tableCell: 'td',
};

function nodeHtml(node: Node, formula: SetFormula): string {
  const { type, value = '', children = [] } = node;
  const inside = (): string => plainHtml(children, formula);
  const wrapper = WRAPPERS[type];
  if (wrapper !== undefined) return `<${wrapper}>${inside()}</${wrapper}>`;
  switch (type) {
    case 'text':
      return escaped(value);
    case 'inlineCode':
      return `<code>${escaped(value)}</code>`;
    case 'code':
      return `<pre><code>${escaped(value)}</code></pre>`;
    case 'inlineMath':
      return formula(value);
    case 'math':
      return `<p>${formula(value, true)}</p>`;
    case 'list':
      return node.ordered === true ? `<ol>${inside()}</ol>` : `<ul>${inside()}</ul>`;
    case 'table':
      return `<table><tbody>${inside()}</tbody></table>`;
    case 'yaml':
      return '';
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return tagHtml(node, formula);
    default:
      return inside();
  }
}

function tagHtml(node: Node, formula: SetFormula): string {
  const attributes = attributesOf(node);
  const text = (key: string): string => String(attributes[key] ?? '');
  const inside = plainHtml(node.children ?? [], formula);
  switch (node.name) {
    case 'N': {
      const value = namedNumber(attributes);
      const digits = Number(attributes['digits'] ?? 3);
      if (attributes['power'] !== true) return number(value, digits);
      const { mantissa, exponent } = powered(value);
      return exponent === undefined ? mantissa : `${mantissa} × 10<sup>${exponent}</sup>`;
    }
    case 'Ref': {
      const { label } = targetOf(text('to'));
      return attributes['capital'] === true ? label[0]?.toUpperCase() + label.slice(1) : label;
    }
    case 'Cite':
      return escaped(workOf(text('of')).short);
    case 'Term':
      return inside || escaped(termOf(text('id')).term);
    case 'Code':
      return `<pre><code>${escaped(listing(text('of')).code)}</code></pre>`;
    case 'Sidenote':
      return '';
    default:
      return inside;
  }
}
