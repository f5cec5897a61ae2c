import type { Drawing } from './drawing.ts';
import { PICTURE } from './paths.ts';
import { SANS, SERIF, sheetFor, type PlainRule } from './plain-css.ts';

/** What a picture says: a line above, a title, words below, and the drawing of a figure. */
export interface Card {
  /** The title of the book. */
  readonly book: string;
  readonly kicker: string;
  readonly title?: string;
  readonly words: string;
  readonly drawing?: Drawing | undefined;
  /** Which of so many nodes of the chain of chapters glows, from 1. */
  readonly chain?: { readonly here: number; readonly of: number };
}

// the light theme of tokens.css
const PAPER = '#fbf8f2';
const RAISED = '#fffdf9';
const LINE = '#e0d9ca';
const INK = '#211f1a';
const MUTED = '#6a6457';
const STATE = '#2456b3';
const GLOW = '#ffb727';

const LEFT = 72;
const WIDE = PICTURE.width - 2 * LEFT;

/** The SVG of a picture; the rules style its drawing. */
export function cardSvg(card: Card, rules: readonly PlainRule[]): string {
  const { book, kicker, title, words, drawing, chain } = card;
  const head = `${mark(LEFT, 44, 40)}${text(LEFT + 54, 74, 28, [book], { weight: 600 })}
    ${text(PICTURE.width - LEFT, 74, 26, [kicker], { sans: true, colour: MUTED, anchor: 'end' })}`;
  const body =
    drawing === undefined ? inWords(title, words) : drawn(drawing) + caption(words, WIDE, 560);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PICTURE.width} ${PICTURE.height}" width="${PICTURE.width}" height="${PICTURE.height}">
<style>${escaped(sheetFor(drawing?.inner ?? '', rules))}</style>
<rect width="${PICTURE.width}" height="${PICTURE.height}" fill="${PAPER}"/>
${head}${body}${chain === undefined ? '' : chainOf(chain)}
</svg>`;
}

/** The sign of the book, as in favicon.svg: two nodes, one of them lit. */
export const mark = (x: number, y: number, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size / 32})">
    <circle cx="22.5" cy="16" r="9.5" fill="${GLOW}" opacity=".32"/>
    <path d="M7 16H22" stroke="${STATE}" stroke-width="3"/>
    <circle cx="6.5" cy="16" r="4.6" fill="${PAPER}" stroke="${INK}" stroke-width="2.6"/>
    <circle cx="22.5" cy="16" r="5.8" fill="${GLOW}" stroke="${INK}" stroke-width="2.6"/>
  </g>`;

function inWords(title: string | undefined, words: string): string {
  if (title === undefined) {
    const lines = atMost(6, wrapped(words, 44, WIDE));
    return text(LEFT, 210, 44, lines, {});
  }
  const titles = wrapped(title, 96, WIDE);
  const below = 230 + titles.length * 96;
  return (
    text(LEFT, 230, 92, titles, {}) +
    text(LEFT, below, 33, atMost(3, wrapped(words, 33, WIDE)), { colour: MUTED })
  );
}

const BOX = { x: LEFT, y: 104, width: WIDE, height: 380 };

function drawn({ inner, box, width, height }: Drawing): string {
  const scale = Math.min((BOX.width - 40) / width, (BOX.height - 32) / height);
  const [w, h] = [width * scale, height * scale];
  return `<rect x="${BOX.x}" y="${BOX.y}" width="${BOX.width}" height="${BOX.height}" rx="16" fill="${RAISED}" stroke="${LINE}"/>
  <svg class="figure" x="${BOX.x + (BOX.width - w) / 2}" y="${BOX.y + (BOX.height - h) / 2}" width="${w}" height="${h}" viewBox="${box}" overflow="visible" font-family="${SANS}" color="${INK}">${inner}</svg>`;
}

function caption(words: string, width: number, bottom: number): string {
  const shown = atMost(2, wrapped(words, 30, width));
  return text(LEFT, bottom - (shown.length - 1) * 20, 30, shown, {});
}

function chainOf({ here, of }: { here: number; of: number }): string {
  const [y, gap] = [566, Math.min(120, WIDE / of)];
  const nodes = Array.from({ length: of }, (_, n) => {
    const [x, isHere] = [LEFT + 14 + n * gap, n + 1 === here];
    return `${isHere ? `<circle cx="${x}" cy="${y}" r="26" fill="${GLOW}" opacity=".32"/>` : ''}
    <circle cx="${x}" cy="${y}" r="13" fill="${isHere ? GLOW : n + 1 < here ? STATE : PAPER}" stroke="${isHere ? INK : STATE}" stroke-width="4"/>`;
  });
  return `<path d="M${LEFT + 14} ${y}h${(of - 1) * gap}" stroke="${STATE}" stroke-width="5"/>${nodes.join('')}`;
}

interface Look {
  readonly sans?: boolean;
  readonly weight?: number;
  readonly colour?: string;
  readonly anchor?: 'start' | 'end';
}

/** The fonts of the pictures have no sign for a norm. */
const drawable = (line: string): string => line.replaceAll('‖', '|');

function text(x: number, y: number, size: number, lines: readonly string[], look: Look): string {
  const { sans = false, weight = 400, colour = INK, anchor = 'start' } = look;
  return lines
    .map(
      (line, n) =>
        `<text x="${x}" y="${y + n * size * 1.3}" font-family="${sans ? SANS : SERIF}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}">${escaped(drawable(line))}</text>`,
    )
    .join('');
}

/** Breaks words into lines; a letter of the book's serif is about half as wide as it is high. */
function wrapped(words: string, size: number, width: number): string[] {
  const longest = Math.floor(width / (size * 0.5));
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < longest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const atMost = (most: number, lines: readonly string[]): readonly string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]} …`];

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
