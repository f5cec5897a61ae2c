import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { Watch } from './watch.mjs';

/**
 * Runs the tests of the engine for Stryker, in one process that has read them once: most mutants fall within
 * milliseconds, where a fresh Vitest for each would take seconds. Quick tests go first, the first failure ends
 * a run.
 */
export const strykerPlugins = [
  declareFactoryPlugin(
    PluginKind.TestRunner,
    'in-process',
    Object.assign(() => new Runner(), { inject: [] }),
  ),
];

const SHIM = new URL('./vitest.mjs', import.meta.url).href;
/** How long tests took, for the other processes; in the sandbox. */
const TIMES = 'test-times.json';

/**
 * Milliseconds of tests that a mutant has to survive, by the times of the first run, the quickest first: most fall at
 * once, and a survivor would take minutes. More patience only finds more.
 */
const PATIENCE = Number(process.env.MUTATION_PATIENCE ?? 8000);

/** One mutant in so many is tried, for an estimate where all would take a night; Stryker counts the others as errors. */
const SAMPLE = Number(process.env.MUTATION_SAMPLE ?? 1);

/** What Stryker's instrumented code reads: which mutant is on, and which test runs. */
const shared = (globalThis.__stryker__ ??= {});

class Runner {
  tests;
  watch = new Watch();
  /** Whether a mutant ran here before: it may have left something behind. */
  isUsed = false;
  isStale = false;

  /** So that Stryker starts no fresh process for mutants that are met while modules load and later too. */
  capabilities = () => ({ reloadEnvironment: true });

  async dryRun() {
    await this.load();
    const results = await this.timed();
    if (results.some(({ status }) => status === 1)) return { status: 'complete', tests: results };
    // a test that cannot run twice would be blamed on the mutant before it
    const again = await this.timed(this.tests.filter(({ duration }) => duration < 150));
    const once = again.filter(({ status }) => status === 1).map(({ id }) => id);
    const durations = Object.fromEntries(this.tests.map(({ id, duration }) => [id, duration]));
    writeFileSync(TIMES, JSON.stringify(durations));
    return {
      status: 'complete',
      tests: results.filter(({ id }) => !once.includes(id)),
      mutantCoverage: shared.mutantCoverage,
    };
  }

  /** Runs tests, each under its name, so that Stryker learns which mutants it meets. */
  async timed(tests = this.tests) {
    const results = [];
    for (const test of tests) {
      shared.currentTestId = test.id;
      const before = performance.now();
      const message = await failureOf(this.run, test);
      test.duration = performance.now() - before;
      shared.currentTestId = undefined;
      results.push(resultOf(test, message));
    }
    return results;
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    if (Number(activeMutant.id) % SAMPLE !== 0)
      return { status: 'error', errorMessage: 'not in the sample' };
    // Stryker starts a fresh process for what is thrown here, and asks again
    if (this.isStale) throw new Error('an earlier mutant left something behind');
    if (mutantActivation === 'static' && this.tests !== undefined)
      throw new Error('modules have to be read anew');
    if (this.watch.hasEnded(activeMutant.id))
      return { status: 'timeout', reason: 'a test never ends' };
    shared.hitLimit = hitLimit;
    if (mutantActivation === 'static') shared.activeMutant = activeMutant.id;
    try {
      await this.load();
    } catch (error) {
      if (mutantActivation !== 'static') throw error;
      return {
        status: 'killed',
        killedBy: ['reading the tests'],
        failureMessage: error.message,
        nrOfTests: 0,
      };
    }
    const chosen = new Set(testFilter ?? this.tests.map(({ id }) => id));
    shared.activeMutant = activeMutant.id;
    shared.hitCount = 0;
    const covering = this.tests.filter(({ id }) => chosen.has(id));
    const results = await this.untilFailure(this.quickest(covering));
    const hits = shared.hitCount;
    shared.activeMutant = undefined;
    const failed = results.find(({ status }) => status === 1);
    if (failed !== undefined && mutantActivation !== 'static') await this.checkClean(failed.id);
    this.isUsed = true;
    const limit = determineHitLimitReached(hits, hitLimit);
    return toMutantRunResult(limit ?? { status: 'complete', tests: results });
  }

  /** The quickest tests that together fill the patience; at least one. */
  quickest(tests) {
    let total = 0;
    return tests.filter(({ id }, n) => (total += this.durations[id] ?? 0) < PATIENCE || n === 0);
  }

  async untilFailure(tests) {
    const results = [];
    for (const test of tests) {
      // busy machines are slow, but not fifteen times
      this.watch.begin(shared.activeMutant, 3000 + 15 * (this.durations[test.id] ?? 0));
      const message = await failureOf(this.run, test);
      this.watch.end();
      results.push(resultOf(test, message));
      if (message !== undefined) break;
    }
    return results;
  }

  /** A test that fails without the mutant too tells nothing, unless the process was fresh. */
  async checkClean(id) {
    shared.hitCount = undefined;
    const message = await failureOf(
      this.run,
      this.tests.find((test) => test.id === id),
    );
    if (message === undefined) return;
    this.isStale = true;
    if (this.isUsed) throw new Error(`«${id}» fails without a mutant too: ${message}`);
  }

  /** Reads the test files, and orders tests as the first run timed them. */
  async load() {
    if (this.tests !== undefined) return;
    registerHooks({ resolve: replaced });
    const shim = await import(SHIM);
    this.run = shim.run;
    for (const file of filesOf()) {
      const first = shim.tests.length;
      await import(pathToFileURL(resolve(file)).href);
      for (const test of shim.tests.slice(first)) test.file = file;
    }
    this.durations = existsSync(TIMES) ? JSON.parse(readFileSync(TIMES, 'utf8')) : {};
    const durationOf = ({ id }) => this.durations[id] ?? 0;
    shim.tests.forEach((test, n) => (test.id = `${test.file}#${test.name} #${n}`));
    this.tests = shim.tests.toSorted((a, b) => durationOf(a) - durationOf(b));
  }
}

/**
 * Test files without widgets, pages, stand-ins for the browser, stopwatches, long trainings and a look at the source; and without those that
 * MUTATION_SKIP, a regular expression, names for a run over a part of the engine.
 */
const filesOf = () =>
  globSync('tests/{unit,laws,witness,oracle}/**/*.test.ts')
    .filter((file) => !/trained-bits|cost-meters|functions-brought|unused/.test(file))
    .filter((file) => !new RegExp(process.env.MUTATION_SKIP || '^$').test(file))
    .filter((file) => !/\bvi\.|svelte|#src\/(?!lib\/typeset)/.test(readFileSync(file, 'utf8')))
    .sort();

function replaced(specifier, context, next) {
  const isTest = context.parentURL?.includes('/tests/') === true && context.parentURL !== SHIM;
  if (specifier === 'vitest' && isTest) return { url: SHIM, shortCircuit: true };
  if (specifier === 'vitest') return next(specifier, { ...context, parentURL: rootURL() });
  if (isTest && specifier.endsWith('/every-program.ts'))
    return next(pathToFileURL(resolve('tests/mutation/every-program.ts')).href, context);
  return next(specifier, context);
}

const rootURL = () => pathToFileURL(resolve('package.json')).href;

async function failureOf(run, test) {
  try {
    await run(test);
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

const resultOf = ({ id, name, file, duration = 0 }, failureMessage) => ({
  id,
  name,
  fileName: resolve(file),
  timeSpentMs: duration,
  ...(failureMessage === undefined ? { status: 0 } : { status: 1, failureMessage }),
});
