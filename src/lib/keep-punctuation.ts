const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;
/** Displayed formulas, code, attributes in quotes, and inline formulas with what follows them. */
const PIECE = /\$\$[\s\S]*?\$\$|```[\s\S]*?```|`[^`\n]*`|="[^"]*"|\\\$|(\$[^$]+\$)([,.;:!?)]*)/g;

/** A longer formula has to be free to break at its signs. */
const LONGEST = 24;

/** Wraps a short inline formula and the punctuation after it, so that no line begins with a comma. */
export function keepPunctuation(source: string): string {
  const front = FRONT_MATTER.exec(source)?.[0] ?? '';
  const text = source.slice(front.length);
  return (
    front +
    text.replaceAll(PIECE, (piece, formula?: string, punctuation?: string) =>
      formula === undefined || !punctuation || formula.length > LONGEST
        ? piece
        : `<span class="keep">${piece}</span>`,
    )
  );
}

/** The same as a step of the build, before MDX is read. */
export const punctuationPlugin = {
  name: 'keep-punctuation',
  enforce: 'pre' as const,
  transform: (code: string, id: string): string | undefined =>
    id.endsWith('.mdx') ? keepPunctuation(code) : undefined,
};
