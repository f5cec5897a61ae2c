import { runHighlighterWithAstro } from '@astrojs/prism/dist/highlighter';

/** Returns code as HTML with Prism's classes, which need no inline style. */
export const highlighted = (
  language: string,
  code: string,
): Promise<{ classLanguage: string; html: string }> => runHighlighterWithAstro(language, code);
