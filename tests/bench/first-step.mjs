/** Prints the milliseconds from the start of loading to the end of the first training step. */
const { training, numbersOf } = await import('./workloads.ts');
const workload = training.find(({ name }) => name === 'LSTM training');
const given = numbersOf(workload);
const before = process.cpuUsage();

const STARTS = {
  'engine, JavaScript': async () => {
    const { engineRun } = await import('./engine.ts');
    const { javascript } = await import('#engine/kernels/javascript.ts');
    return engineRun(workload, given, javascript).run;
  },
  'engine, WebAssembly': async () => {
    const { engineRun } = await import('./engine.ts');
    const { webAssembly } = await import('#engine/kernels/webassembly.ts');
    return engineRun(workload, given, webAssembly).run;
  },
  'TensorFlow.js cpu': async () =>
    (await (await import('./peers/tfjs.mjs')).tfjs(workload, given))[0].run,
  'brain.js': async () => (await import('./peers/brain.mjs')).brainJs(workload, given)[0].run,
  recurrentjs: async () =>
    (await import('./peers/recurrent.mjs')).recurrentJs(workload, given)[0].run,
};

const run = await STARTS[process.argv[2]]();
await run();
const { user, system } = process.cpuUsage(before);
process.stdout.write(`${(user + system) / 1000}\n`);
