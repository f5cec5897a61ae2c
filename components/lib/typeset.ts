import type { KatexOptions } from 'katex';

const TRUSTED = new Set(['\\htmlData', '\\htmlClass']);

/** How the book sets formulas: boxes and MathML, marks that link symbols, nothing else trusted. */
export const katexOptions: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }: { command: string }) => TRUSTED.has(command),
};

/** The source would carry the marks that link symbols, and is of no use to a reader. */
export const withoutSource = (html: string): string =>
  html.replace(/<annotation encoding="application\/x-tex">[\s\S]*?<\/annotation>/, '');

/** Fetches KaTeX and returns what sets TeX that the engine wrote. */
export async function loadTypeset(): Promise<(tex: string) => string> {
  const { default: katex } = await import('katex');
  return (tex) => withoutSource(katex.renderToString(tex, katexOptions));
}
