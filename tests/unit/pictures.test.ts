import { describe, expect, test } from 'vitest';
import { cardSvg } from '#src/lib/pictures/card.ts';
import { drawingOf } from '#src/lib/pictures/drawing.ts';
import { plainCss, sheetFor } from '#src/lib/pictures/plain-css.ts';
import { png } from '#src/lib/pictures/raster.ts';

const CSS = `
  @layer tokens { :root { --ink: light-dark(#211f1a, #e8e3d8); --sans: 'A', sans-serif; --ring: color-mix(in oklab, var(--ink) 50%, transparent) } }
  .wire.x1 { stroke: var(--ink); stroke-width: 2px; transition: stroke 1s }
  .ring.x1 { stroke: var(--ring); fill: var(--nowhere) }
  .waits.x1 .node:where(.x1) { font: 560 14px/1.2 var(--sans) }
  .wire.x1:hover { stroke: red }
  @media print { .wire.x1 { stroke: black } }
  .other { fill: red }`;
const FIGURE = `<p id="a"></p><figure class="figure" id="a-figure"><svg viewBox="0 0 24 24"></svg>
  <svg class="x1" viewBox="0 0 400 200"><!--[--><path class="wire x1" d="M0 0"></path><text>10⁻¹²&nbsp;&</text></svg></figure>
  <figure id="b"><svg viewBox="0 0 900 200"></svg></figure>`;

describe('sheetFor', () => {
  const sheet = sheetFor('<g class="wire x1 ring waits"><g class="node x1">', plainCss(CSS));

  test('has the colours of the light theme, and fonts without shorthand', () => {
    expect(sheet.split('\n')).toEqual([
      '.wire.x1{stroke:#211f1a;stroke-width:2px}',
      '.ring.x1{stroke:rgba(33,31,26,0.5)}',
      `.waits.x1 .node.x1{font-weight:560;font-size:14px;font-family:'Source Sans 3 ExtraLight'}`,
    ]);
  });

  test('leaves out what no element of the drawing can be', () => {
    expect(sheetFor('<g class="wire">', plainCss(CSS))).toBe('');
  });
});

describe('drawingOf', () => {
  test('cuts the widest drawing out of its figure and of no other', () => {
    const { inner, width } = drawingOf(FIGURE, 'a-figure') ?? { inner: '', width: 0 };
    expect(width).toBe(400);
    expect(inner).toContain('<path class="wire x1" d="M0 0"></path>');
    expect(inner).toContain('10<tspan baseline-shift="super" font-size="72%">−12</tspan>');
    expect(inner).not.toMatch(/<!--|&nbsp;|&(?!amp;)/);
  });

  test('takes none that holds another, nor one that stands in it', () => {
    const inside = '<svg viewBox="0 0 800 8"><path d="M1 1"></path></svg><text>after</text>';
    const map = `<figure id="map"><svg viewBox="0 0 500 400">${inside}</svg></figure>`;
    expect(drawingOf(map, 'map')).toBe(undefined);
  });

  test('finds none where a figure is made of text', () => {
    expect(drawingOf('<figure id="c"><svg viewBox="0 0 24 24"></svg></figure>', 'c')).toBe(
      undefined,
    );
  });
});

test('a card is drawn, and a drawing changes what is drawn', async () => {
  const card = { book: 'Unrolled', kicker: 'Figure 1.1 · A & B', words: 'What is <seen> there.' };
  const plain = await png(cardSvg(card, []), 300);
  const drawn = await png(
    cardSvg({ ...card, drawing: drawingOf(FIGURE, 'a-figure') }, plainCss(CSS)),
    300,
  );
  for (const picture of [plain, drawn]) {
    expect(Buffer.from(picture.subarray(1, 4)).toString()).toBe('PNG');
    expect(new DataView(picture.buffer, picture.byteOffset).getUint32(16)).toBe(300);
  }
  expect(Buffer.compare(plain, drawn)).not.toBe(0);
});
