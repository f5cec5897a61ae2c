import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { book, type Chapter } from '../book.ts';
import { numberedFigures, type NumberedFigure } from '../figure-pages.ts';
import { cardSvg, type Card } from './card.ts';
import { drawingOf } from './drawing.ts';
import { icons } from './icons.ts';
import { BOOK_PICTURE, chapterPicture, figurePicture, PICTURE } from './paths.ts';
import { plainCss, type PlainRule } from './plain-css.ts';
import { png } from './raster.ts';

const SAYING = 'An interactive book, computed in front of you';

/** Draws the pictures of the book, its chapters and figures when the pages are built, and its icons. */
export const pictures = (): AstroIntegration => ({
  name: 'pictures',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const site = fileURLToPath(dir);
      const put = (path: string, content: Uint8Array): void => {
        const file = join(site, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      };
      const rules = plainCss(styles(site));
      for (const [path, card] of cards(site)) put(path, await drawn(path, card, rules));
      for (const [path, icon] of await icons()) put(path, icon);
    },
  },
});

async function drawn(
  path: string,
  card: Omit<Card, 'book'>,
  rules: readonly PlainRule[],
): Promise<Uint8Array> {
  try {
    return await png(cardSvg({ book: book().title, ...card }, rules), PICTURE.width);
  } catch (cause) {
    throw new Error(`${path} could not be drawn; «${card.kicker}» has an SVG that is not XML`, {
      cause,
    });
  }
}

function* cards(site: string): Generator<[path: string, Omit<Card, 'book'>]> {
  const { title, subtitle, assembled } = book();
  const of = assembled.length;
  yield [BOOK_PICTURE, { kicker: SAYING, title, words: subtitle, chain: { here: 1, of } }];
  for (const chapter of assembled) {
    const { number, slug, title, lede } = chapter;
    const chain = { here: number, of };
    yield [chapterPicture(chapter), { kicker: `Chapter ${number}`, title, words: lede, chain }];
    const html = readFileSync(join(site, slug, 'index.html'), 'utf8');
    for (const { target, caption } of figuresOf(chapter)) {
      const kicker = `${target.label} · ${title}`;
      yield [
        figurePicture(target),
        { kicker, words: caption, drawing: drawingOf(html, target.id) },
      ];
    }
  }
}

const figuresOf = (chapter: Chapter): NumberedFigure[] =>
  numberedFigures().filter((figure) => figure.chapter === chapter);

/** All style sheets of the site, one after the other. */
function styles(site: string): string {
  const folder = join(site, '_astro');
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
  return sheets.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}
