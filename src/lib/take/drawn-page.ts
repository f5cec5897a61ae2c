import { plainCopy, plainColour } from './plain-copy.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** What is not part of the picture: the caption, and what is worked and not read. */
const LEFT_OUT =
  'figcaption, noscript, script, style, .visually-hidden, button.quiet, ' +
  'input:is([type="range"], [type="checkbox"], [type="radio"])';

/**
 * A figure that is made of text and boxes, as a group of an SVG: each box and each line of letters where the
 * page has it, in the state in which the figure is. What is scrolled out of sight is left out.
 */
export function drawnPage(figure: HTMLElement): SVGGElement {
  const group = document.createElementNS(SVG, 'g');
  for (const part of figure.children) if (!part.matches(LEFT_OUT)) draw(part, group, everywhere);
  return group;
}

const everywhere = new DOMRect(-1e6, -1e6, 2e6, 2e6);

function draw(element: Element, group: SVGGElement, sight: DOMRect): void {
  const isContents = getComputedStyle(element).display === 'contents';
  if (!isContents && !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    return;
  const box = element.getBoundingClientRect();
  if (element instanceof SVGSVGElement) {
    const copy = plainCopy(element);
    set(copy, { x: box.left, y: box.top, width: box.width, height: box.height });
    return group.append(copy);
  }
  const style = getComputedStyle(element);
  if (!isContents && isSeen(box, sight)) paint(box, style, group);
  if (element instanceof HTMLInputElement)
    return write(
      { text: element.value, box: inField(box, element.value, style) },
      style,
      group,
      box,
    );
  const inside = style.overflow === 'visible' || isContents ? sight : box;
  for (const child of element.childNodes) {
    if (child instanceof Text) for (const line of linesOf(child)) write(line, style, group, inside);
    else if (child instanceof Element && !child.matches(LEFT_OUT)) draw(child, group, inside);
  }
}

const isSeen = (box: DOMRect, sight: DOMRect): boolean => {
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  return x > sight.left && x < sight.right && y > sight.top && y < sight.bottom;
};

/** The ground of a box, and its edges: all four where they are alike, else each that there is. */
function paint(box: DOMRect, style: CSSStyleDeclaration, group: SVGGElement): void {
  const ground = plainColour(style.backgroundColor);
  const edges = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => ({
    side,
    width: style[`border${side}Style`] === 'none' ? 0 : parseFloat(style[`border${side}Width`]),
    ink: plainColour(style[`border${side}Color`]),
  }));
  const [first] = edges;
  const isFrame = edges.every(
    ({ width, ink }) => width > 0 && width === first?.width && ink.colour === first.ink.colour,
  );
  if (ground.opacity > 0 || isFrame) {
    const half = isFrame ? (first?.width ?? 0) / 2 : 0;
    const rect = document.createElementNS(SVG, 'rect');
    set(rect, { x: box.left + half, y: box.top + half });
    set(rect, { width: box.width - 2 * half, height: box.height - 2 * half });
    set(rect, { rx: Math.min(parseFloat(style.borderTopLeftRadius) || 0, box.height / 2) });
    set(rect, ground.opacity > 0 ? { fill: ground.colour } : { fill: 'none' });
    if (ground.opacity < 1) set(rect, { 'fill-opacity': ground.opacity });
    if (isFrame && first !== undefined)
      set(rect, { stroke: first.ink.colour, 'stroke-width': first.width });
    if (isFrame && first !== undefined) set(rect, { 'stroke-opacity': first.ink.opacity });
    group.append(rect);
  }
  if (isFrame) return;
  for (const { side, width, ink } of edges) {
    if (width === 0 || ink.opacity === 0) continue;
    const line = document.createElementNS(SVG, 'line');
    set(line, {
      x1: side === 'Right' ? box.right : box.left,
      y1: side === 'Bottom' ? box.bottom : box.top,
      x2: side === 'Left' ? box.left : box.right,
      y2: side === 'Top' ? box.top : box.bottom,
    });
    set(line, { stroke: ink.colour, 'stroke-opacity': ink.opacity, 'stroke-width': width });
    group.append(line);
  }
}

interface Line {
  readonly text: string;
  readonly box: DOMRect;
}

/** A piece of text in the lines that the page broke it into. */
function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  for (const { 0: text, index } of node.data.matchAll(/\S+/g)) {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + text.length);
    const box = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.box.top - box.top) < 2)
      lines[lines.length - 1] = {
        text: `${last.text} ${text}`,
        box: new DOMRect(last.box.left, last.box.top, box.right - last.box.left, box.height),
      };
    else if (box.width > 0) lines.push({ text, box });
  }
  return lines;
}

/** Where a field has its letters. */
function inField(box: DOMRect, text: string, style: CSSStyleDeclaration): DOMRect {
  const height = 1.2 * parseFloat(style.fontSize);
  const width = penFor(style)?.measureText(text).width ?? 0;
  const left = box.left + parseFloat(style.paddingLeft);
  return new DOMRect(left, box.top + (box.height - height) / 2, width, height);
}

function penFor(style: CSSStyleDeclaration): CanvasRenderingContext2D | null {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen !== null)
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return pen;
}

/** Letters keep their length in any font: programs that lack ours move nothing. */
function write(
  { text, box }: Line,
  style: CSSStyleDeclaration,
  group: SVGGElement,
  sight: DOMRect,
) {
  if (!isSeen(box, sight)) return;
  const pen = penFor(style);
  if (pen === null) return;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = pen.measureText(text);
  const letters = document.createElementNS(SVG, 'text');
  const ink = plainColour(style.color);
  set(letters, { x: box.left, y: box.top + (box.height * above) / (above + below) });
  set(letters, { textLength: box.width, lengthAdjust: 'spacingAndGlyphs', fill: ink.colour });
  set(letters, { 'font-family': style.fontFamily.replaceAll(/["']| Variable/g, '') });
  set(letters, { 'font-size': style.fontSize, 'font-weight': style.fontWeight });
  set(letters, { 'font-style': style.fontStyle, 'fill-opacity': ink.opacity });
  if (style.textDecorationLine !== 'none')
    set(letters, { 'text-decoration': style.textDecorationLine });
  letters.textContent = text;
  group.append(letters);
}

/** Writes attributes; a tenth of a point is finer than any screen. */
export function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes))
    element.setAttribute(
      name,
      typeof value === 'number' ? String(Math.round(value * 100) / 100) : value,
    );
}
