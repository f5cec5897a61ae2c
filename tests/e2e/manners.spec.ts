import { readFileSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import { parse } from 'yaml';
import { expect, test } from './fixtures.ts';
import { PAGES } from './pages.ts';

const read = (file: string): Record<string, never> =>
  parse(readFileSync(`content/${file}`, 'utf8')) as Record<string, never>;
const { address: home, chapters } = read('course.yaml') as unknown as {
  address: string;
  chapters: string[];
};
const LISTED = PAGES.filter((path) => path !== '/404.html');
const CHAPTERS = chapters.map((folder) => `/${folder.replace(/^\d+-/, '')}/`);

const whole = (path: string): string => home.replace(/\/$/, '') + path;
const local = (address: string): string => address.replace(home, '/');
const textOf = async (request: APIRequestContext, path: string): Promise<string> => {
  const response = await request.get(path);
  expect(response.status(), path).toBe(200);
  return response.text();
};

/** What a `<meta>` or `<link>` of the head says. */
const meta = (html: string, name: string): string | undefined =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];
const link = (html: string, rel: string): string | undefined =>
  new RegExp(`<link rel="${rel}"[^>]*? href="([^"]*)"`).exec(html)?.[1];

test('every address of every release leads to something on its page', async ({ request }) => {
  const { releases, aliases } = read('ids.yaml') as unknown as {
    releases: Record<string, Record<string, string[]>>;
    aliases: Record<string, string>;
  };
  const lost: string[] = [];
  for (const pages of Object.values(releases))
    for (const [page, ids] of Object.entries(pages)) {
      const html = await textOf(request, page);
      lost.push(...ids.filter((id) => !html.includes(` id="${id}"`)).map((id) => `${page}#${id}`));
    }
  for (const [from, to] of Object.entries(aliases)) {
    const [page = '', id] = from.split('#');
    const html = await textOf(request, page);
    if (!html.includes(`href="${to}"`) || (id !== undefined && !html.includes(` id="${id}"`)))
      lost.push(from);
  }
  expect(lost).toEqual([]);
});

test('every address on every page leads to something, and every fragment to a place', async ({
  request,
}) => {
  const texts = new Map<string, Promise<string | undefined>>();
  const fetched = (path: string): Promise<string | undefined> => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const text = request
      .get(path)
      .then((response) => (response.ok() ? response.text() : undefined));
    texts.set(path, text);
    return text;
  };
  const lost = new Set<string>();
  for (const path of PAGES) {
    const html = (await fetched(path)) ?? '';
    for (const [, found = ''] of html.matchAll(/ (?:href|src|data-embed)="([/#][^"]*)"/g)) {
      const [, goal = '', id = ''] = /^([^#?]*)[^#]*#?([^?]*)/.exec(found) ?? [];
      const there = await fetched(goal || path);
      if (there === undefined || (id !== '' && !there.includes(` id="${decodeURIComponent(id)}"`)))
        lost.add(`${path}: ${found}`);
    }
  }
  expect(texts.size).toBeGreaterThan(PAGES.length);
  expect([...lost]).toEqual([]);
});

test('every page introduces itself: description, one address, a picture that is there', async ({
  request,
}) => {
  const descriptions = new Set<string>();
  for (const path of LISTED) {
    const html = await textOf(request, path);
    expect(link(html, 'canonical'), path).toBe(whole(path));
    expect(meta(html, 'og:url'), path).toBe(whole(path));
    expect(html.match(/<meta name="robots"/), path).toBeNull();
    expect(meta(html, 'og:title'), path).toBeTruthy();
    expect(meta(html, 'og:description'), path).toBe(meta(html, 'description'));
    expect(meta(html, 'twitter:card'), path).toBe('summary_large_image');
    descriptions.add(meta(html, 'description') ?? '');
    const picture = await request.get(local(meta(html, 'og:image') ?? ''));
    expect(await sizeOf(picture.body()), path).toEqual([1200, 630]);
  }
  expect(descriptions.size).toBe(LISTED.length);
  expect(await textOf(request, '/404.html')).toContain('<meta name="robots" content="noindex"');
});

test('chapters say how they are cited and what they teach', async ({ request }) => {
  for (const path of CHAPTERS) {
    const html = await textOf(request, path);
    const title = meta(html, 'citation_title') ?? '';
    expect(html).toContain(`${title}</h1>`);
    expect(meta(html, 'citation_author')).toBeTruthy();
    expect(meta(html, 'citation_inbook_title')).toMatch(/^Unrolled: /);
    expect(meta(html, 'citation_publication_date')).toMatch(/^\d{4}\/\d\d\/\d\d$/);
    expect(meta(html, 'citation_fulltext_html_url')).toBe(whole(path));
    const data = structuredIn(html);
    expect(data['@type']).toEqual(['Chapter', 'LearningResource']);
    expect(data).toMatchObject({ name: title, url: whole(path), isPartOf: { url: home } });
    expect(data['teaches']).not.toHaveLength(0);
  }
  const book = structuredIn(await textOf(request, '/'));
  expect(book['hasPart']).toHaveLength(CHAPTERS.length);
});

test('every figure has a page with its own picture, and the list of figures leads there', async ({
  request,
}) => {
  const list = await textOf(request, '/figures/');
  const pages = [...new Set(list.match(/\/figures\/[\w-]+\//g))];
  const numbered = await Promise.all(CHAPTERS.map((path) => textOf(request, path)));
  const inText = numbered.join('').match(/class="figure-number"/g)?.length;
  expect(pages).toHaveLength(inText ?? 0);
  const pictures = new Set<string>();
  for (const page of pages) {
    const html = await textOf(request, page);
    expect(meta(html, 'og:url')).toBe(whole(page));
    expect(structuredIn(html)['@type']).toBe('LearningResource');
    const image = meta(html, 'og:image') ?? '';
    const response = await request.get(local(image));
    expect(await sizeOf(response.body()), page).toEqual([1200, 630]);
    pictures.add((await response.body()).toString('base64'));
    const [, chapter = '', id = ''] = /href="(\/[\w-]+\/)#([\w-]+)"/.exec(html) ?? [];
    expect(page).toBe(`/figures/${id}/`);
    expect(numbered[CHAPTERS.indexOf(chapter)]).toContain(` id="${id}"`);
  }
  expect(pictures.size).toBe(pages.length);
});

test('sitemap, feed, robots, manifest and icons are there and agree with the book', async ({
  request,
}) => {
  const sitemap = await textOf(request, '/sitemap.xml');
  const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc);
  for (const path of LISTED) expect(listed).toContain(whole(path));
  for (const address of listed) await textOf(request, local(address));
  expect(await textOf(request, '/robots.txt')).toContain(`Sitemap: ${whole('/sitemap.xml')}`);
  const feed = await textOf(request, '/feed.xml');
  expect([...feed.matchAll(/<entry>\s*<id>([^<]*)/g)].map(([, id]) => id)).toEqual(
    CHAPTERS.map(whole),
  );
  const html = await textOf(request, '/');
  const manifest = JSON.parse(await textOf(request, link(html, 'manifest') ?? '')) as {
    icons: { src: string; sizes: string; type: string }[];
  };
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await request.get(src);
    expect(icon.headers()['content-type']).toBe(type);
    if (type === 'image/png') expect((await sizeOf(icon.body())).join('x'), src).toBe(sizes);
  }
  const touch = await request.get(link(html, 'apple-touch-icon') ?? '');
  expect(await sizeOf(touch.body())).toEqual([180, 180]);
  const ico = await (await request.get('/favicon.ico')).body();
  expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
  expect(await sizeOf(Promise.resolve(ico.subarray(22)))).toEqual([32, 32]);
});

test.describe('an address that leads nowhere', () => {
  test.use({ allow: [/404/] });

  test('gets the nearest page; one that has moved leads on, with the state it carries', async ({
    page,
  }) => {
    await page.goto('/chapters/01-recurence.html');
    await expect(page.locator('[data-nearest] a')).toHaveText('Recurrence');
    await page.goto('/figures/lampe/');
    await expect(page.locator('[data-nearest] a')).toHaveAttribute('href', '/figures/lamp/');
    await page.goto('/chapters/');
    await expect(page).toHaveURL(/\/#chapters$/);
    await page.goto('/vanishing-gradients/#other-squeezes?v=1');
    await expect(page).toHaveURL(/#slopes-of-other-squeezes\?v=1$/);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an id that has moved says where to', async ({ page }) => {
    await page.goto('/vanishing-gradients/#other-squeezes');
    await expect(page.locator('#other-squeezes')).toBeInViewport();
    await page.goto('/vanishing-gradients/');
    await expect(page.locator('#other-squeezes')).toBeHidden();
  });
});

function structuredIn(html: string): Record<string, unknown> {
  const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json) as Record<string, unknown>;
}

/** Width and height of a PNG. */
async function sizeOf(body: Promise<Buffer>): Promise<[number, number]> {
  const png = await body;
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
