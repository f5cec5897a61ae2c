import { drawnPage, set } from './drawn-page.ts';
import { plainCopy, plainColour } from './plain-copy.ts';

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
const LINE = 18;

/** Smaller drawings are signs inside a sentence or a table. */
const LEAST = 90;

/** The drawings of a figure that can be seen, outermost ones alone. */
const drawingsOf = (figure: HTMLElement): SVGSVGElement[] =>
  [...figure.querySelectorAll('svg')].filter((drawing) => {
    const { width, height } = drawing.getBoundingClientRect();
    return width >= LEAST && height > 0 && drawing.parentElement?.closest('svg') === null;
  });

/**
 * The drawings of a figure as one SVG that needs nothing else, with words below it; a figure without drawings
 * is drawn as the page shows it.
 */
export function pictureOf(figure: HTMLElement, words: readonly string[]): string {
  const drawings = drawingsOf(figure);
  const caption = figure.querySelector(':scope > figcaption');
  const parts =
    drawings.length > 0 ? drawings : [...figure.children].filter((part) => part !== caption);
  const boxes = parts.flatMap((part) => boxesOf(part));
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.right)) - left;
  const height = Math.max(...boxes.map((box) => box.bottom)) - top;
  const style = getComputedStyle(figure);
  const lines = words.flatMap((text) => broken(text, Math.floor(width / 7)));

  const whole = document.createElementNS(SVG, 'svg');
  const full = {
    width: Math.ceil(width + 2 * MARGIN),
    height: Math.ceil(height + 3 * MARGIN + LINE * lines.length),
  };
  set(whole, { viewBox: `0 0 ${full.width} ${full.height}`, ...full });
  const paper = document.createElementNS(SVG, 'rect');
  set(paper, { ...full, fill: plainColour(style.backgroundColor).colour });
  whole.append(paper);
  for (const drawing of drawings) {
    const box = drawing.getBoundingClientRect();
    const copy = plainCopy(drawing);
    set(copy, { x: box.left - left + MARGIN, y: box.top - top + MARGIN });
    set(copy, { width: box.width, height: box.height });
    whole.append(copy);
  }
  if (drawings.length === 0) {
    const drawn = drawnPage(figure);
    set(drawn, { transform: `translate(${MARGIN - left} ${MARGIN - top})` });
    whole.append(drawn);
  }
  lines.forEach((text, n) => {
    const line = document.createElementNS(SVG, 'text');
    set(line, { x: MARGIN, y: height + 2 * MARGIN + LINE * (n + 0.7) });
    set(line, { 'font-family': 'Source Sans 3, Helvetica, Arial, sans-serif', 'font-size': 13 });
    set(line, { fill: plainColour(style.color).colour });
    line.textContent = text;
    whole.append(line);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(whole)}\n`;
}

/** A picture in points, twice as fine as the screen’s. */
export async function pngOf(picture: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2 * image.naturalWidth, 2 * image.naturalHeight];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob(
      (blob) => (blob === null ? fail(new Error('no picture')) : done(blob)),
      'image/png',
    ),
  );
}

/** The box of a part, or those of what is in it where it has none itself, as an island. */
function boxesOf(part: Element): DOMRect[] {
  if (getComputedStyle(part).display === 'contents') return [...part.children].flatMap(boxesOf);
  const box = part.getBoundingClientRect();
  return box.width > 1 && box.height > 1 ? [box] : [];
}

/** A text in lines of at most so many letters. */
function broken(text: string, most: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
