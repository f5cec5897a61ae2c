import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openFigure } from './pages.ts';

/** Presses a button of the menu and returns what it gives. */
async function taken(page: Page, figure: Locator, name: string): Promise<Download> {
  const given = page.waitForEvent('download');
  await figure.getByRole('button', { name, exact: true }).click();
  return given;
}

const textOf = async (download: Download): Promise<string> =>
  readFileSync(await download.path(), 'utf8');

test('a figure can be taken along: SVG that stands alone, PNG, its numbers, its citation; fetched when asked for', async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on('response', (response) => scripts.push(response.url()));
  const figure = await openFigure(page, '/vanishing-gradients/', 'memory-gradient');
  expect(scripts.filter((url) => url.includes('/menu.'))).toEqual([]);
  await figure.getByText('Take this figure').click();

  const svg = await taken(page, figure, 'SVG');
  expect(svg.suggestedFilename()).toBe('unrolled-memory-gradient.svg');
  const drawn = await textOf(svg);
  expect(drawn).not.toMatch(/class=|style=|var\(|oklab|light-dark/);
  expect(drawn).toContain('Figure 4.1.');
  expect(drawn).toContain('/vanishing-gradients/#memory-gradient');
  const parsed = await page.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    const named = [...text.matchAll(/url\(#([^)]+)\)/g)].map(([, id = '']) => id);
    return { name: root.nodeName, lost: named.filter((id) => !ids.includes(id)) };
  }, drawn);
  expect(parsed).toEqual({ name: 'svg', lost: [] });

  const png = readFileSync(await (await taken(page, figure, 'PNG')).path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // a picture of one colour alone would be a few kilobytes
  expect(png.length).toBeGreaterThan(50_000);

  const [head, ...rows] = (await textOf(await taken(page, figure, 'CSV'))).trim().split('\n');
  expect(head).toBe('source,series,at,value');
  const { numbers } = JSON.parse(await textOf(await taken(page, figure, 'JSON'))) as {
    numbers: { series: string; at: string; value: string }[];
  };
  expect(numbers).toHaveLength(rows.length);
  // after ten letters at w = 2 the state is the one that the sentence says, with all its digits
  const said = await figure.locator('.say [data-v]').first().getAttribute('data-v');
  const state = numbers.find(({ series, at }) => series.startsWith('state') && at === '10');
  // the axis is logarithmic, and the exponent was rounded on the way
  expect(Number(state?.value) / Number(said)).toBeCloseTo(1, 12);

  await figure.getByRole('button', { name: 'BibTeX' }).click();
  await expect(figure.locator('.take pre')).toContainText('@incollection{unrolled-memory-gradient');
  await page.emulateMedia({ media: 'print' });
  await expect(figure.getByText('Take this figure')).toBeHidden();
});

test('a figure made of text and boxes is drawn as the page shows it, in its present state', async ({
  page,
}) => {
  const figure = await openFigure(page, '/unrolling/', 'batch-pad', 'v=1');
  await figure.getByRole('button', { name: 'Put the mask on' }).click();
  await figure.getByText('Take this figure').click();
  const drawn = await textOf(await taken(page, figure, 'SVG'));
  expect(drawn).not.toMatch(/ class=| style=|var\(|oklab|foreignObject/);
  expect(drawn).toContain('/unrolling/#batch-pad');
  // whatever can be read in the figure can be read in the picture
  const said = await figure.locator('.say').innerText();
  const letters = drawn.replaceAll(/<[^>]*>|\s/g, '');
  expect(letters).toContain(said.replaceAll(/\s/g, ''));
  const png = readFileSync(await (await taken(page, figure, 'PNG')).path());
  expect(png.length).toBeGreaterThan(50_000);
});
