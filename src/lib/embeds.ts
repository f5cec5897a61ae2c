import { book } from './book.ts';
import type { Node } from './mdx-source.ts';
import { isFigure } from './tag-table.ts';

/** What can be shown alone in a frame: a figure of a chapter, an exercise. */
export interface Embed {
  readonly id: string;
  /** The tag that shows it. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  /** «Figure 1.2», «Exercise 1.3» */
  readonly label: string;
  readonly caption: readonly Node[];
  /** Slug of its chapter. */
  readonly chapter: string;
  readonly kind: 'figure' | 'exercise';
}

/** Every figure and exercise of the chapters, in the order in which they are read. */
export const embeds = (): Embed[] =>
  book().assembled.flatMap(({ slug, sections }) =>
    sections.flatMap(({ source }) =>
      source.tags.flatMap(({ name, attributes }): Embed[] => {
        const id = attributes['id'];
        if (typeof id !== 'string' || !(isFigure(name) || name === 'Exercise')) return [];
        const label = book().targets.get(id)?.label ?? '';
        return [
          {
            id,
            tag: name,
            attributes,
            label: label.charAt(0).toUpperCase() + label.slice(1),
            caption: withId(source.tree, id)?.children ?? [],
            chapter: slug,
            kind: isFigure(name) ? 'figure' : 'exercise',
          },
        ];
      }),
    ),
  );

function withId(node: Node, id: string): Node | undefined {
  const isIt = node.attributes?.some(({ name, value }) => name === 'id' && value === id) ?? false;
  if (isIt) return node;
  for (const child of node.children ?? []) {
    const found = withId(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
