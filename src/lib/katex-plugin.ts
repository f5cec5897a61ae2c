import { formula } from './formula.ts';
import { inLettersOf } from './typeset.ts';

interface Element {
  readonly tagName?: string;
  readonly properties?: { readonly className?: readonly string[] };
  readonly children?: readonly Element[];
}

interface Context {
  readonly fileURL?: URL;
  textContent(node: Element): string;
  replaceNode(node: Element, by: object): void;
}

/** Sets the formulas of MDX files with KaTeX when the book is built. Errors: bad TeX, with its file. */
export const katexPlugin = {
  name: 'katex',
  element: [
    {
      filter: ['pre'],
      visit(node: Element, context: Context): void {
        const code = node.children?.find(({ tagName }) => tagName === 'code');
        if (code?.properties?.className?.includes('math-display') !== true) return;
        context.replaceNode(node, raw('mdxJsxFlowElement', set(context, code, true)));
      },
    },
    {
      filter: ['code'],
      visit(node: Element, context: Context): void {
        if (node.properties?.className?.includes('math-inline') !== true) return;
        context.replaceNode(node, raw('mdxJsxTextElement', set(context, node, false)));
      },
    },
  ],
};

function set(context: Context, node: Element, isDisplayed: boolean): string {
  const tex = context.textContent(node);
  const [, chapter] = /\/chapters\/([^/]+)\//.exec(context.fileURL?.pathname ?? '') ?? [];
  try {
    return inLettersOf(chapter, () => formula(tex, isDisplayed));
  } catch (error) {
    const where = context.fileURL?.pathname ?? 'a formula';
    throw new Error(
      `${where}: «${tex}»: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const raw = (type: string, html: string): object => ({
  type,
  name: 'Fragment',
  attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: html }],
  children: [],
});
