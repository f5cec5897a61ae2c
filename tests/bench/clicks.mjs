import { spawn } from 'node:child_process';
import { loadavg } from 'node:os';
import { chromium } from 'playwright';
import { table } from './table.mjs';

const PORT = process.env.TEST_PORT ?? '4478';
const MACHINES = {
  'software WebGL': ['--enable-unsafe-swiftshader'],
  'no WebGL': ['--disable-gpu', '--disable-software-rasterizer'],
};

/** What a reader clicks, and what is waited for: attributes of the figure's status. */
const CLICKS = [
  [
    '/vanishing-gradients/',
    'cliff',
    'v=1&length=100',
    /^Fly over/,
    ['[data-side]', '[data-side="512"]'],
    'characters',
  ],
  [
    '/vanishing-gradients/',
    'phase-map',
    '',
    /^Compute/,
    ['[data-side]', '[data-side="256"]'],
    'steps',
  ],
  [
    '/gated-cells/',
    'population',
    '',
    /^Bet and train/,
    ['[data-updates]', '[data-updates="300"]'],
    undefined,
  ],
];

/** Prints seconds from the click, loading included, in the built site. */
export async function printClicks() {
  const server = spawn(process.execPath, ['src/tools/serve.mjs', PORT], { stdio: 'ignore' });
  const columns = [];
  const before = loadavg()[0];
  try {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    for (const [name, flags] of Object.entries(MACHINES))
      columns.push({ title: name, of: await timesWith(flags) });
  } finally {
    server.kill();
  }
  process.stdout.write(
    `\nFrom the click in the built site, in seconds; load ${before.toFixed(1)} to ${loadavg()[0].toFixed(1)}\n\n`,
  );
  process.stdout.write(table(columns, (value) => value.toFixed(2)));
}

async function timesWith(flags) {
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', ...flags],
  });
  const times = new Map();
  for (const [path, id, query, button, [first, last], slider] of CLICKS) {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${PORT}${path}#${id}?${query}`);
    const figure = page.locator(`#${id}`);
    await figure.scrollIntoViewIfNeeded();
    await page.locator(`#${id} astro-island:not([ssr])`).first().waitFor();
    await page.waitForTimeout(1000);
    const seconds = await figure.evaluate(clickAndWait, {
      button: button.source,
      first: first.replace('[', '[role=status]['),
      last: last.replace('[', '[role=status]['),
      slider,
    });
    for (const [what, value] of Object.entries(seconds)) times.set(`${id}: ${what}`, value);
    await page.close();
  }
  await browser.close();
  return times;
}

/** Runs in the page. The status is looked at in every frame, so a frame is the error. */
async function clickAndWait(figure, { button, first, last, slider }) {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration / 1000);
  }).observe({ type: 'longtask' });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const until = async (isThere) => {
    const begin = performance.now();
    while (!isThere()) await frame();
    await frame();
    return (performance.now() - begin) / 1000;
  };
  const is = (selector) => figure.querySelector(selector) !== null;
  const found = [...figure.querySelectorAll('button')].find(({ innerText }) =>
    new RegExp(button).test(innerText),
  );
  found.click();
  const coarse = await until(() => is(first));
  const whole = coarse + (await until(() => is(last)));
  const times = { 'first picture': coarse, 'whole picture': whole };
  if (slider !== undefined) {
    const input = [...figure.querySelectorAll('label')]
      .find(({ innerText }) => innerText.trim() === slider)
      .querySelector('input');
    input.value = Number(input.value) - 1;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    times['redrawn on its slider'] = await until(() => !is(last));
  }
  return { ...times, 'longest task': longest };
}
