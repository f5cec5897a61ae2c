import { brotliCompressSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';
import { wakeAll } from './pages.ts';

const KILOBYTE = 1000;

/** Names that only a build of mathjs or GPU.js contains. */
const HEAVY = /mathjs|createUnit|gpu\.js|GPUJS|WebGLKernel/;

for (const { path, limit, wake } of [
  { path: '/', limit: 60, wake: false },
  { path: '/recurrence/', limit: 120, wake: true },
  { path: '/unrolling/', limit: 120, wake: true },
  { path: '/bptt/', limit: 120, wake: true },
  { path: '/vanishing-gradients/', limit: 120, wake: true },
  { path: '/gated-cells/', limit: 120, wake: true },
])
  test(`${path} asks for at most ${limit} kB of JavaScript (brotli), without mathjs or GPU.js`, async ({
    page,
  }) => {
    const scripts = new Map<string, Promise<string>>();
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.set(response.url(), response.text());
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    if (wake) await wakeAll(page);
    await page.waitForLoadState('networkidle');
    const texts = await Promise.all(scripts.values());
    const size = texts.reduce((total, text) => total + brotliCompressSync(text).length, 0);
    expect(size / KILOBYTE).toBeLessThanOrEqual(limit);
    expect(texts.filter((text) => HEAVY.test(text))).toEqual([]);
  });
