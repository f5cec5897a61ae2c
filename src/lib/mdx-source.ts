import { mdxToMdast } from 'satteri';
import { ContentError, type At } from './content-problem.ts';
import { parseYaml } from './yaml-text.ts';

/** A tag of a chapter, with its attributes: texts, numbers, or true for a bare name. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly at: At;
  /** Whether anything stands between the opening and the closing tag. */
  readonly hasChildren: boolean;
  /** The words inside it, formulas between dollar signs: `its lag $k$`. */
  readonly words: string;
  /** Names of the tags around this one, outermost first. */
  readonly inside: readonly string[];
}

export interface SourceFormula {
  readonly tex: string;
  readonly at: At;
}

/** What the book needs to know of an MDX file before it is rendered. */
export interface MdxSource {
  readonly file: string;
  readonly text: string;
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly tags: readonly Tag[];
  readonly formulas: readonly SourceFormula[];
  /** Imports and exports, which chapters do not have. */
  readonly scripts: readonly At[];
  /** JavaScript in braces, which chapters do not have either. */
  readonly expressions: readonly Piece[];
  readonly texts: readonly Piece[];
  /** Addresses of links and pictures. */
  readonly links: readonly Piece[];
  /** Headings of Markdown, which chapters do not have either: their ids would come from their words. */
  readonly headings: readonly At[];
  readonly words: number;
  /** The whole text as a tree. */
  readonly tree: Node;
}

/** A piece of a text, and where it stands. */
export interface Piece {
  readonly text: string;
  readonly at: At;
}

/** A node of the tree of an MDX file. */
export interface Node {
  readonly url?: string;
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly ordered?: boolean;
  readonly attributes?: readonly Attribute[];
  readonly children?: readonly Node[];
  readonly position?: { readonly start: At };
}

interface Attribute {
  readonly name?: string;
  readonly value?: string | null | { readonly value: string };
}

/** Reads an MDX file. Errors: MDX or front matter that cannot be parsed. */
export function readMdx(text: string, file: string): MdxSource {
  const tree = readTree(text, file);
  const tags: Tag[] = [];
  const formulas: SourceFormula[] = [];
  const scripts: At[] = [];
  const expressions: Piece[] = [];
  const texts: Piece[] = [];
  const links: Piece[] = [];
  const headings: At[] = [];
  let frontMatter: MdxSource['frontMatter'] = {};
  let words = 0;
  const walk = (node: Node, inside: readonly string[]): void => {
    const at = node.position?.start ?? { line: 1, column: 1 };
    if (node.type === 'yaml') frontMatter = record(parseYaml(node.value ?? '', file, at.line));
    if (node.type === 'mdxjsEsm') scripts.push(at);
    if (node.type === 'heading') headings.push(at);
    if (node.type === 'inlineMath' || node.type === 'math')
      formulas.push({ tex: node.value ?? '', at });
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression')
      expressions.push({ text: node.value ?? '', at });
    if (node.type === 'link' || node.type === 'image') links.push({ text: node.url ?? '', at });
    if (node.type === 'text') texts.push({ text: node.value ?? '', at });
    if (node.type === 'text') words += (node.value ?? '').split(/\s+/).filter(Boolean).length;
    const isTag = node.type.startsWith('mdxJsx') && typeof node.name === 'string';
    if (isTag) tags.push(tagOf(node, at, inside));
    const around = isTag ? [...inside, node.name ?? ''] : inside;
    node.children?.forEach((child) => walk(child, around));
  };
  walk(tree, []);
  return {
    file,
    text,
    frontMatter,
    tags,
    formulas,
    scripts,
    expressions,
    texts,
    headings,
    links,
    words,
    tree,
  };
}

/** Reads a piece of MDX as a tree. Errors: MDX that cannot be read, with its place. */
export function readTree(text: string, file = 'a text'): Node {
  try {
    return mdxToMdast(text, { features: { math: true, frontmatter: true } }) as unknown as Node;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1', said = message] =
      /^(\d+):(\d+): ([\s\S]*?)(?: \(mdx-jsx:[\w-]+\))?$/.exec(message) ?? [];
    throw new ContentError({
      file,
      line: Number(line),
      column: Number(column),
      found: `text that cannot be read: ${said.replaceAll(/[;\n]/g, ',')}`,
      expected: 'prose, tags that are closed, and formulas between $ and $',
      hint: said.includes('xpression')
        ? 'a brace outside of formulas begins JavaScript: write \\{, or close the $ before it'
        : 'close the tag that is open, or write &lt; for a sign that begins none',
    });
  }
}

/** The attributes of a tag: texts, numbers, or true for a bare name. */
export const attributesOf = ({ attributes = [] }: Node): Tag['attributes'] =>
  Object.fromEntries(
    attributes.flatMap(({ name: key, value }) =>
      key === undefined ? [] : [[key, attributeValue(value)]],
    ),
  );

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function tagOf(node: Node, at: At, inside: readonly string[]): Tag {
  const { name, children = [] } = node;
  return {
    name: name ?? '',
    at,
    inside,
    hasChildren: children.length > 0,
    words: children.map(wordsOf).join(' ').replaceAll(/\s+/g, ' ').trim(),
    attributes: attributesOf(node),
  };
}

function wordsOf({ type, name, value = '', children = [] }: Node): string {
  if (type === 'inlineMath') return `$${value}$`;
  const inner = children.map(wordsOf).join('');
  if (name === 'sub') return inner.length === 1 ? `_${inner}` : `_(${inner})`;
  return value + inner;
}

/** `t={3}` is a number, `wide` is true, everything else a text. */
function attributeValue(value: Attribute['value']): string | number | boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  if (value.value === 'true' || value.value === 'false') return value.value === 'true';
  const number = Number(value.value);
  return Number.isNaN(number) ? value.value.replaceAll(/^["'`]|["'`]$/g, '') : number;
}
