import { accessibility } from '#src/lib/accessibility.ts';
import { expect, test } from './fixtures.ts';
import { PAGES, wakeAll } from './pages.ts';

for (const path of PAGES)
  test(`${path} does not scroll sideways, from a small phone to a desk, nor with large letters`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(path);
    await wakeAll(page);
    const large = { width: accessibility.widths[0], size: '200' };
    // letters of twice the size in 640 pixels are a window of 320 that is enlarged to 200 %
    const zoomed = { width: 640, size: '200' };
    const plain = accessibility.widths.map((width) => ({ width, size: '100' }));
    for (const { width, size } of [...plain, large, zoomed]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate((letters) => (document.documentElement.dataset['size'] = letters), size);
      await expect
        .poll(
          () =>
            page.evaluate(() => {
              const { scrollWidth, clientWidth } = document.documentElement;
              return scrollWidth - clientWidth;
            }),
          { message: `${width} pixels, letters of ${size} %` },
        )
        .toBe(0);
    }
  });

test('with reduced motion nothing on the chapter moves for longer than a blink', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/recurrence/');
  await wakeAll(page);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
        const longest = (list: string): number =>
          Math.max(...list.split(',').map((part) => parseFloat(part)));
        return (
          longest(transitionDuration) > 0.01 ||
          (animationName !== 'none' && longest(animationDuration) > 0.01)
        );
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(moving).toEqual([]);
});

test('paper has the answers of predictions that were not come to, and the screen has not', async ({
  page,
}) => {
  await page.goto('/recurrence/');
  const prediction = page.locator('#p-window');
  await expect(prediction).not.toContainText('That share never becomes zero');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(prediction).toContainText('That share never becomes zero');
  await expect(page.locator('#memoryless-bet')).toContainText('64.6');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(prediction).not.toContainText('That share never becomes zero');
});

test('the tables of all figures keep on paper what can be pressed in them', async ({ page }) => {
  const lost: string[] = [];
  let kept = 0;
  for (const path of ['/unrolling/', '/bptt/', '/vanishing-gradients/', '/gated-cells/']) {
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    for (const button of await page.locator('main figure table button').all()) {
      if (await button.isVisible()) kept += 1;
      else lost.push(`${path} ${await button.innerText()}`);
    }
  }
  expect(lost).toEqual([]);
  expect(kept).toBeGreaterThan(30);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the chapter has its prose, formulas, numbers and the first state of every figure', async ({
    page,
  }) => {
    await page.goto('/recurrence/');
    for (const id of ['lamp', 'memoryless-bet', 'one-tick', 'latch-bench', 'anatomy', 'workshop']) {
      const figure = page.locator(`#${id}`);
      await expect(figure.locator('figcaption')).toContainText(/Figure 1\.\d/);
      expect((await figure.innerText()).length, id).toBeGreaterThan(120);
    }
    await expect(page.locator('#eq-neuron .katex')).toBeVisible();
    await expect(page.locator('#one-neuron')).toBeVisible();
    expect(await page.locator('.katex[aria-label]').count()).toBeGreaterThan(50);
  });

  test('chapter 2 has its prose, formulas, numbers and the first state of every figure', async ({
    page,
  }) => {
    await page.goto('/unrolling/');
    for (const id of [
      'morph',
      'tie-untie',
      'position-test',
      'shapes',
      'error-nodes',
      'batch-pad',
    ]) {
      const figure = page.locator(`#${id}`);
      await expect(figure.locator('figcaption')).toContainText(/Figure 2\.\d/);
      expect((await figure.innerText()).length, id).toBeGreaterThan(120);
    }
    // without scripts the chain stands under its loop
    await expect(page.locator('#morph svg:visible')).toHaveCount(2);
    await expect(page.locator('.written-out .katex').first()).toBeVisible();
  });

  test('the chapter on gated cells has the first state of every figure', async ({ page }) => {
    await page.goto('/gated-cells/');
    for (const id of [
      'leak-dial',
      'gate-by-hand',
      'carousel',
      'lstm-gru',
      'cell-race',
      'population',
      'counter',
      'cell-bench',
    ]) {
      const figure = page.locator(`#${id}`);
      await expect(figure.locator('figcaption')).toContainText(/Figure \d\.\d/);
      expect((await figure.innerText()).length, id).toBeGreaterThan(120);
    }
    await expect(page.locator('#cell-bench .katex').first()).toBeVisible();
    // what readers with scripts train or step through is there at once
    expect(await page.locator('#cell-race').innerText()).toContain('16 times out of 16');
    await expect(page.locator('.further-states > li')).toHaveCount(6);
  });

  test('the chapter on gradients has its prose, formulas, numbers and the first state of every figure', async ({
    page,
  }) => {
    await page.goto('/vanishing-gradients/');
    for (const id of [
      'memory-gradient',
      'ellipse-film',
      'lag-curve',
      'phase-map',
      'cliff',
      'crossing',
      'drowning',
      'guess-weights',
    ]) {
      const figure = page.locator(`#${id}`);
      await expect(figure.locator('figcaption')).toContainText(/Figure \d\.\d/);
      expect((await figure.innerText()).length, id).toBeGreaterThan(120);
    }
    // what readers with scripts bet on or run is there at once
    expect(await page.locator('#lag-curve').innerText()).toContain('The longest arrow comes out');
    expect(await page.locator('#drowning').innerText()).toContain('Recall alone: 7 of 8');
  });

  test('the home page shows its lamp and the map', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('figure').first()).toBeVisible();
    await expect(page.getByRole('link', { name: /Recurrence/ }).first()).toBeVisible();
  });
});
