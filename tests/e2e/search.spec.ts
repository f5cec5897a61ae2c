import type { Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import type { Place } from '#components/lib/search/place.ts';
import { searchIn } from '#components/lib/search/search.ts';
import { accessibility } from '#src/lib/accessibility.ts';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { QUESTIONS } from './search-questions.ts';

const CHAPTERS = ['recurrence', 'unrolling', 'bptt', 'vanishing-gradients', 'gated-cells'];

async function ask(page: Page, question: string): Promise<void> {
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Search for' });
  await expect(field).toBeFocused();
  await field.fill(question);
  await expect(page.getByRole('dialog').getByRole('status')).toContainText(/places? in/);
}

test.describe('the index', () => {
  let places: Place[] = [];
  let size = 0;

  test.beforeEach(async ({ request }) => {
    const text = await (await request.get('/search.json')).text();
    places = JSON.parse(text) as Place[];
    size = gzipSync(text).length;
  });

  test('answers 60 questions: first in 80 %, among the first three in 95 %', () => {
    const search = searchIn(places);
    const ranks = QUESTIONS.map(([question, ...answers]) => ({
      question,
      rank: search(question).findIndex(({ place }) => answers.includes(place.path)),
    }));
    const within = (most: number) => ranks.filter(({ rank }) => rank >= 0 && rank < most).length;
    expect(QUESTIONS).toHaveLength(60);
    expect(
      within(1),
      JSON.stringify(ranks.filter(({ rank }) => rank !== 0)),
    ).toBeGreaterThanOrEqual(48);
    expect(
      within(3),
      JSON.stringify(ranks.filter(({ rank }) => rank < 0 || rank > 2)),
    ).toBeGreaterThanOrEqual(57);
  });

  test('has every place at an address that exists', async ({ page }) => {
    const paths = places.map(({ path }) => path.split('#'));
    for (const address of new Set(paths.map(([address]) => address ?? ''))) {
      await page.goto(address);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
      const wanted = paths.flatMap(([path, id]) =>
        path === address && id !== undefined ? [id] : [],
      );
      expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  test('has figures, equations, exercises, terms and symbols, and no TeX', () => {
    for (const kind of [
      'section',
      'figure',
      'equation',
      'exercise',
      'prediction',
      'term',
      'symbol',
    ])
      expect(places.filter((place) => place.kind === kind).length, kind).toBeGreaterThan(20);
    for (const { title, text, said, path } of places) {
      const plain = `${title} ${text} ${said}`.replaceAll(/[_^]\{[^{}]*\}/g, '');
      expect(plain, path).not.toMatch(/\\[a-z]|\\\\|\$[a-z]/i);
    }
  });

  test('costs less than 300 kB', () => {
    expect(size / 1000).toBeLessThan(300);
  });

  for (const chapter of CHAPTERS)
    test(`knows nothing of what predictions and exercises of ${chapter} hide`, async ({
      request,
    }) => {
      const html = await (await request.get(`/${chapter}/`)).text();
      const index = JSON.stringify(places);
      const hidden = [
        ...html.matchAll(/<noscript>([\s\S]*?)<\/noscript>/g),
        ...html.matchAll(/<summary>Show solution<\/summary>([\s\S]*?)<\/details>/g),
      ].flatMap(([, answer = '']) => [...answer.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)]);
      const sentences = hidden
        .map(([, sentence = '']) => sentence.replaceAll(/<!--.*?-->/g, ''))
        // what stands between tags, long enough to be nobody else's words
        .flatMap((sentence) => sentence.split(/<[^>]*>/))
        .flatMap((text) => text.split(/(?<=[.?!]) /))
        .map((text) => text.replaceAll(/\s+/g, ' ').trim())
        .filter((text) => text.length > 40 && !/scripts it can be worked/.test(text));
      expect(sentences.length).toBeGreaterThan(10);
      expect(sentences.filter((sentence) => index.includes(sentence))).toEqual([]);
    });

  test('is silent about figures that a question covers', async ({ page }) => {
    for (const chapter of CHAPTERS) {
      await page.goto(`/${chapter}/`);
      const covered = await page
        .locator('[data-covers]')
        .evaluateAll((all) => all.map((prediction) => prediction.getAttribute('data-covers')));
      const found = places.filter(({ path }) =>
        covered.some((id) => path === `/${chapter}/#${id}`),
      );
      expect(found.map(({ path }) => path)).toEqual([]);
    }
  });
});

test('a slash opens it, arrows walk, Enter goes there, and the words are marked', async ({
  page,
}) => {
  await page.goto('/recurrence/');
  await ask(page, 'why does the gradient vanish');
  const results = page.locator('[data-result]');
  await expect(results.first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(results.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
  const section = results.filter({ hasText: 'A product of numbers' }).first();
  await section.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/vanishing-gradients\/#product-of-numbers$/);
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String));
  await expect.poll(marked).toContain('vanishing');
  await page.reload();
  expect(await marked()).toEqual([]);
});

test('Enter in the field opens the best place of this very page', async ({ page }) => {
  await page.goto('/recurrence/');
  await ask(page, 'figure 1.4');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/recurrence\/#latch-bench$/);
  await expect(page.locator('#latch-bench')).toBeInViewport();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the button opens it; Escape closes it and gives the focus back', async ({ page }) => {
  await page.goto('/');
  const button = page.getByRole('button', { name: 'Search' });
  await button.click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(button).toBeFocused();
});

test('the key can be switched off, and a slash that is written stays one', async ({ page }) => {
  await page.goto('/');
  await ask(page, 'f / (1 - f)');
  await expect(page.getByRole('searchbox')).toHaveValue('f / (1 - f)');
  await page.getByRole('checkbox', { name: /opens the search/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.reload();
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('excerpts have no TeX, and a formula is named as it is spoken', async ({ page }) => {
  await page.goto('/');
  await ask(page, 'W_hh');
  const equation = page.locator('[data-result]').filter({ hasText: 'Equation 1.6' });
  await expect(equation.getByRole('img')).toHaveAccessibleName(
    /^h sub t equals hyperbolic tangent/,
  );
  await expect(equation.locator('sub').first()).toHaveText('t');
  expect(await page.getByRole('dialog').innerText()).not.toMatch(/[\\{}]/);
});

test('a question without an answer, and an index that does not come, are said', async ({
  page,
}) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('qqqqzzzz');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Nothing in the book');
  await page.reload();
  await page.route('**/search.json', (route) =>
    route.fulfill({ status: 200, body: 'not an index' }),
  );
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('could not be fetched');
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 360])
    test(`axe finds nothing in the open search, ${colorScheme}, ${width} wide`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto('/recurrence/');
      await ask(page, 'forget gate');
      expect(await violations(page, accessibility.rules)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    });
