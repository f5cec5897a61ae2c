import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { throttling } from 'lighthouse/core/config/constants.js';

/**
 * Lighthouse over pages of a served book, on a simulated telephone: prints the median of several runs for
 * each page and what was found, and ends with code 1 where a bar is not reached.
 * Called with the address of the book, the number of runs, and paths.
 */
const BARS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const mobile = throttling.mobileSlow4G;
const CATEGORIES = Object.keys(BARS);

/** How much slower than this machine the telephone is; Lighthouse takes 4 on a machine with nothing else to do. */
const cpuSlowdownMultiplier = Number(process.env.CPU_SLOWDOWN ?? 4);

const [home, runs, ...paths] = process.argv.slice(2);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const chrome = await launch({
  chromePath: process.env.CHROMIUM_PATH,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-quic', '--no-first-run'],
});
let isGood = true;
try {
  const names = ['performance', 'accessibility', 'best practices', 'seo'];
  process.stdout.write(`| page | ${names.join(' | ')} | LCP, s | TBT, ms | CLS | machine |\n`);
  process.stdout.write(`|${' - |'.repeat(9)}\n`);
  for (const path of paths) {
    const reports = [];
    for (let run = 0; run < Number(runs); run += 1)
      reports.push(await report(home + path.slice(1)));
    const scores = CATEGORIES.map((name) =>
      Math.round(100 * median(reports.map(({ categories }) => categories[name].score))),
    );
    const of = (audit, digits) =>
      median(reports.map(({ audits }) => audits[audit].numericValue)).toFixed(digits);
    const speed = median(reports.map(({ environment }) => environment.benchmarkIndex));
    const lcp = (Number(of('largest-contentful-paint', 0)) / 1000).toFixed(2);
    process.stdout.write(
      `| ${path} | ${scores.join(' | ')} | ${lcp} | ${of('total-blocking-time', 0)} | ${of('cumulative-layout-shift', 3)} | ${Math.round(speed)} |\n`,
    );
    const low = CATEGORIES.filter((name, n) => scores[n] < BARS[name]);
    if (low.length > 0) isGood = false;
    for (const line of complaints(reports[0], low)) process.stderr.write(`  ${path}: ${line}\n`);
  }
} finally {
  chrome.kill();
}
process.exitCode = isGood ? 0 : 1;

async function report(url) {
  const { lhr } = await lighthouse(
    url,
    { port: chrome.port, onlyCategories: CATEGORIES },
    {
      extends: 'lighthouse:default',
      settings: { throttling: { ...mobile, cpuSlowdownMultiplier } },
    },
  );
  if (lhr.runtimeError !== undefined) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  return lhr;
}

/** The audits that cost points in categories that are too low. */
function complaints({ categories, audits }, low) {
  return low.flatMap((name) =>
    categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 0.9)
      .map(({ id }) => {
        const items = audits[id].details?.items ?? [];
        const where = items.map(({ node, url }) => node?.snippet ?? url).filter(Boolean);
        return `${name}: ${audits[id].title} ${where.slice(0, 4).join(' | ')}`;
      }),
  );
}
