import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { startPopulation } from '#components/gpu/start-population.ts';
import { POPULATION, gapOf, networks } from '#engine/models/population.ts';
import { phasePlanes } from '#engine/analysis/phase-planes.ts';
import { naive } from './naive-mathjs.mjs';
import { median } from './side-by-side.ts';
import { table } from './table.mjs';

const UPDATES = 10;
const ROUNDS = 5;

/** What is computed, and how many networks it has: those of a picture, or of so many updates. */
export const demos = [
  picture('cliff, 512², T = 100', 'cliff', { across: [0, 4], up: [-0.8, 0.8] }, 512, 100),
  picture('phase, 3 units, 256², T = 60', 'phase-radius', phasePlanes.radius, 256, 60),
  picture('phase, 2 units, 256², T = 60', 'phase-weights', phasePlanes.weights, 256, 60),
  {
    name: 'population, updates of networks',
    count: networks * UPDATES,
    naive: 'population',
    works: (parts) => trainings(parts),
  },
];

function picture(name, landscape, { across, up }, side, T) {
  const area = { across, up, columns: side, rows: side };
  const works = (parts, stripRows = parts > 1 ? 8 : 64) =>
    Array.from({ length: side / stripRows }, (_, n) => ({
      kind: 'strip',
      ...{ landscape, area, rest: { T }, firstRow: n * stripRows, rows: stripRows },
    }));
  return { name, count: side * side, naive: landscape, T, works };
}

function trainings(parts) {
  const kept = startPopulation();
  const share = networks / parts;
  const size = kept.length / networks;
  return Array.from({ length: parts }, (_, n) => ({
    kind: 'train',
    kept: [...kept.slice(n * share * size, (n + 1) * share * size)],
    gaps: Array.from({ length: share }, (_, i) => gapOf((n * share + i) % POPULATION.columns)),
    updates: UPDATES,
  }));
}

/** Pixels per second of each demo, or networks updated: GPU.js, its twin on two workers, and naive mathjs. */
export async function pixelRates() {
  const { page, close } = await openPage();
  const load = loadavg()[0];
  const rates = [];
  for (const demo of demos) {
    process.stderr.write(`${demo.name} …\n`);
    const times = { 'GPU.js': [], 'twin, two workers': [] };
    // the first round compiles
    for (let round = 0; round <= ROUNDS; round++)
      for (const [name, url, count] of [
        ['GPU.js', 'gpu-worker.js', 1],
        ['twin, two workers', 'twin-worker.js', 2],
      ]) {
        const seconds = await page.evaluate(share, { url, count, works: demo.works(count) });
        if (round > 0) times[name].push(seconds);
      }
    const of = new Map(
      Object.entries(times).map(([name, seconds]) => [name, demo.count / median(seconds)]),
    );
    of.set('naive mathjs', naive(demo.naive, demo.T));
    of.set('GPU.js : twin', of.get('GPU.js') / of.get('twin, two workers'));
    of.set('GPU.js : mathjs', of.get('GPU.js') / of.get('naive mathjs'));
    rates.push({ title: demo.name, of });
  }
  const renderer = await page.evaluate(graphics);
  await close();
  return { rates, renderer, load: [load, loadavg()[0]] };
}

/** Runs in the page: gives works to so many workers, which stay, and returns the seconds until all are done. */
function share({ url, count, works }) {
  const crew = ((globalThis.crews ??= {})[url] ??= Array.from(
    { length: count },
    () => new Worker(url, { type: 'module' }),
  ));
  const orders = works.map((work, part) => ({
    whole: 1,
    part,
    work:
      work.kind === 'train'
        ? { ...work, kept: Float64Array.from(work.kept), gaps: Float64Array.from(work.gaps) }
        : work,
  }));
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    let left = orders.length;
    for (const worker of crew) {
      const next = () => {
        const order = orders.shift();
        if (order) worker.postMessage(order);
      };
      worker.onerror = () => reject(new Error(`${url} did not load`));
      worker.onmessage = ({ data }) => {
        if ('refusal' in data) reject(new Error(`${url}: ${data.refusal}`));
        left -= 1;
        if (left === 0) resolve((performance.now() - begin) / 1000);
        else next();
      };
      next();
    }
  });
}

/** Runs in the page: the name of what draws. */
function graphics() {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  const names = context?.getExtension('WEBGL_debug_renderer_info');
  return names ? context.getParameter(names.UNMASKED_RENDERER_WEBGL) : 'unknown';
}

/** A page that has the workers, and nothing else. */
async function openPage() {
  const { outputFiles } = await build({
    entryPoints: ['components/gpu/gpu-worker.ts', 'components/gpu/twin-worker.ts'],
    ...{ bundle: true, minify: true, format: 'esm', write: false, outdir: '.', logLevel: 'error' },
    mainFields: ['browser', 'module', 'main'],
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path.split('/').at(-1), text]));
  const server = createServer(({ url }, response) => {
    const text = files.get(url.slice(1));
    response.setHeader('content-type', text === undefined ? 'text/html' : 'text/javascript');
    response.end(text ?? '<!doctype html><title>bench</title>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--enable-unsafe-swiftshader'],
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { page, close };
}

/** Prints the rates and what they were measured on. */
export async function printRates() {
  const { rates, renderer, load } = await pixelRates();
  process.stdout.write(
    `\nNetworks per second in ${renderer}; medians of ${ROUNDS} interleaved rounds; load ${load.map((value) => value.toFixed(1)).join(' to ')}\n\n`,
  );
  process.stdout.write(table(rates, (value) => value.toPrecision(3)));
}
