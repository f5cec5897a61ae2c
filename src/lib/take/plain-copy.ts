/** What of an element’s style is written down as attributes, which every program reads. */
const KEPT = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray'],
  ...['stroke-linecap', 'stroke-linejoin', 'opacity', 'paint-order', 'visibility', 'clip-path'],
  ...['marker-start', 'marker-mid', 'marker-end', 'mask', 'stop-color', 'stop-opacity'],
  ...['font-family', 'font-size', 'font-style', 'font-weight', 'letter-spacing', 'text-anchor'],
  'dominant-baseline',
] as const;

/** Attributes that mean nothing outside the page. */
const LOST = /^(class|style|tabindex|role|aria-.*|data-.*|on.*)$/;

/** A copy of a drawing in which colours and letters are attributes, with all that it refers to. */
export function plainCopy(drawing: SVGSVGElement): SVGSVGElement {
  const copy = resolved(drawing);
  const missing = new Set(
    [...copy.outerHTML.matchAll(/url\(#([^)]+)\)/g)]
      .map(([, id = '']) => id)
      .filter((id) => copy.querySelector(`[id="${CSS.escape(id)}"]`) === null),
  );
  for (const id of missing) {
    const found = document.getElementById(id);
    if (found !== null) copy.prepend(resolved(found as unknown as SVGElement));
  }
  return copy;
}

function resolved<T extends SVGElement>(drawn: T): T {
  const copy = drawn.cloneNode(false) as T;
  const style = getComputedStyle(drawn);
  for (const { name } of [...copy.attributes]) if (LOST.test(name)) copy.removeAttribute(name);
  if (style.transform !== 'none' && !copy.hasAttribute('transform') && drawn.localName !== 'svg')
    copy.setAttribute('transform', style.transform);
  for (const name of KEPT) write(copy, name, style.getPropertyValue(name));
  for (const child of drawn.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
    else if (child instanceof SVGElement && getComputedStyle(child).display !== 'none')
      copy.append(resolved(child));
  }
  return copy;
}

function write(copy: Element, name: string, value: string): void {
  if (value === '' || value === 'none' || value === 'normal') {
    if (name === 'fill' || name === 'stroke') copy.setAttribute(name, 'none');
    return;
  }
  if (/^url\(/.test(value))
    copy.setAttribute(name, value.replace(/url\(["']?[^#"')]*#([^"')]+)["']?\).*/, 'url(#$1)'));
  else if (name === 'fill' || name === 'stroke' || name === 'stop-color') {
    const { colour, opacity } = plainColour(value);
    copy.setAttribute(name, colour);
    const own = name === 'stop-color' ? 'stop-opacity' : `${name}-opacity`;
    if (opacity < 1) copy.setAttribute(own, String(opacity));
  } else if (/-opacity$/.test(name)) {
    // what a colour said of its own opacity stands already
    if (value !== '1' && !copy.hasAttribute(name)) copy.setAttribute(name, value);
  } else if (name === 'font-family')
    copy.setAttribute(name, value.replaceAll(/["']/g, '').replaceAll(' Variable', ''));
  else copy.setAttribute(name, value);
}

const painted = new Map<string, { colour: string; opacity: number }>();

/** Any colour of CSS in six digits, and its opacity: a canvas of one point knows. */
export function plainColour(value: string): { colour: string; opacity: number } {
  const known = painted.get(value);
  if (known !== undefined) return known;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1, 1];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return { colour: value, opacity: 1 };
  pen.fillStyle = value;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = pen.getImageData(0, 0, 1, 1).data;
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
  const found = { colour: `#${hex}`, opacity: Math.round((alpha / 255) * 1000) / 1000 };
  painted.set(value, found);
  return found;
}
