import { getDocumentProxy } from 'unpdf';

/** A piece of text of a page, with the height of its line above the page's foot in points. */
interface Piece {
  readonly text: string;
  readonly y: number;
}

/** Letters alone, so that line ends, spaces and ligatures of a PDF do not matter. */
export const letters = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[\s\u00ad]/g, '');

/** Opens a PDF as pdf.js reads it. */
export const openPdf = (bytes: Uint8Array): ReturnType<typeof getDocumentProxy> =>
  getDocumentProxy(new Uint8Array(bytes));

/** The text of every page, in the order in which it was written. */
export async function textOf(bytes: Uint8Array): Promise<readonly (readonly Piece[])[]> {
  const pdf = await openPdf(bytes);
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, n) => {
      const { items } = await (await pdf.getPage(n + 1)).getTextContent();
      return items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [{ text: item.str, y: (item.transform as number[])[5] ?? 0 }]
          : [],
      );
    }),
  );
}

/** The lines of a page from its head to its foot: what stands at one height is one line. */
export function linesOf(pieces: readonly Piece[]): string[] {
  const lines = new Map<number, string>();
  for (const { text, y } of pieces) {
    const height = Math.round(y);
    lines.set(height, `${lines.get(height) ?? ''}${text}`);
  }
  return [...lines.values()];
}
