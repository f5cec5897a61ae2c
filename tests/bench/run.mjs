import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { javascript } from '#engine/kernels/javascript.ts';
import { webAssembly } from '#engine/kernels/webassembly.ts';
import { printClicks } from './clicks.mjs';
import { engineRun } from './engine.ts';
import { printRates } from './graphics.mjs';
import { lengthSlope, rtrlShares, widgetTime, widthSlope } from './growth.mjs';
import { naive, unrolled } from './hand/loops.ts';
import { handNetwork } from './hand/network.ts';
import { panels } from './hand/panels.ts';
import { median, ratio, sideBySide } from './side-by-side.ts';
import { pageSizes } from './sizes.mjs';
import { table } from './table.mjs';
import { forwardAlone, numbersOf, training } from './workloads.ts';

const ENGINES = { 'engine, JavaScript': javascript, 'engine, WebAssembly': webAssembly };
const arePeersThere = process.argv.includes('--alone') ? false : true;

/** Those who write their loops by hand, the engine with both kernels, and the peers. */
async function contendersOf(workload, given) {
  const byHand = [panels, unrolled, naive].map((loops) => ({
    name: loops.name,
    run: handNetwork(workload, given, loops),
  }));
  const engines = Object.entries(ENGINES).map(([name, allocate]) => ({
    name,
    ...engineRun(workload, given, allocate),
  }));
  checkSame(workload, given, byHand, engines);
  const others = arePeersThere
    ? await (await import('./peers/all.mjs')).peers(workload, given)
    : [];
  return [...byHand, ...engines, ...others];
}

/** Errors: a gradient by hand that is not the engine's, or a bit that differs between kernels. */
function checkSame({ name, K }, { params }, byHand, [first, second]) {
  first.run();
  second.run();
  for (const part of ['values', 'grads'])
    if (!first.trace[part].every((number, n) => Object.is(number, second.trace[part][n])))
      throw new Error(`${name}: the kernels differ in ${part}`);
  for (const { name: loops, run } of K > 0 ? byHand : []) {
    const { gradient } = run();
    for (const param of Object.keys(params)) {
      const [found, expected] = [gradient(param), first.trace.grad(param)];
      // the same sums in another order, of terms below 1
      if (!found.every((number, n) => Math.abs(number - expected[n]) < 1e-11))
        throw new Error(`${name}: ${param} by ${loops} differs from the engine's`);
    }
  }
}

async function ratios() {
  const columns = [];
  for (const workload of [...training, forwardAlone]) {
    process.stderr.write(`${workload.name} …\n`);
    const contenders = await contendersOf(workload, numbersOf(workload));
    const times = await sideBySide(contenders, 5);
    const parts = contenders.map(({ name }) => [name, ratio(times, name, panels.name)]);
    columns.push({ title: workload.name, of: new Map(parts) });
    columns.at(-1).of.set('ms of the reference', median(times.get(panels.name)));
  }
  return columns;
}

function firstStep(name) {
  const file = fileURLToPath(new URL('./first-step.mjs', import.meta.url));
  const run = () =>
    Number(execFileSync(process.execPath, [file, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  return median([run(), run(), run()]);
}

const columns = await ratios();
process.stdout.write(
  `\nTime, as a ratio to panels of four rows by hand; medians of interleaved rounds\n\n`,
);
process.stdout.write(table(columns, (value) => value.toPrecision(value < 10 ? 2 : 3)));

const sizes = await pageSizes();
const names = [...sizes.keys()].filter((name) => arePeersThere || name.startsWith('engine'));
const costs = [
  { title: 'kB to load', of: new Map(names.map((name) => [name, sizes.get(name)])) },
  { title: 'ms to first step', of: new Map(names.map((name) => [name, firstStep(name)])) },
];
process.stdout.write(
  `\nA page that trains an LSTM: minified and brotli; loading, building and one step\n\n`,
);
process.stdout.write(table(costs, (value) => value.toFixed(1)));

process.stdout.write('\nGrowth of LSTM training: slope of log time over log size, 1 is linear\n\n');
for (const [name, allocate] of Object.entries(ENGINES)) {
  const [length, width] = [await lengthSlope(allocate), await widthSlope(allocate)];
  process.stdout.write(`  ${name}: steps ${length.toFixed(2)}, parameters ${width.toFixed(2)}\n`);
}
for (const [H, share] of await rtrlShares())
  process.stdout.write(`  RTRL, H = ${H}: ${share.toFixed(2)} of its operations at BPTT's rate\n`);
process.stdout.write(`  a stepped widget's whole work: ${(await widgetTime()).toFixed(2)} ms\n`);

await printRates();
if (existsSync('.out/site')) await printClicks();
