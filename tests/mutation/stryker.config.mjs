/** Stryker over engine/: what it changes, what it runs, where it writes. Run it with `npm run mutation`. */
export default {
  plugins: [new URL('./runner.mjs', import.meta.url).pathname],
  testRunner: 'in-process',
  // an index only re-exports
  mutate: ['engine/**/*.ts', '!engine/**/index.ts'],
  coverageAnalysis: 'perTest',
  // what runs only while the modules load would need the whole suite for each mutant
  ignoreStatic: true,
  concurrency: 2,
  // each instrumented line counts itself; on a busy machine that takes its time
  dryRunTimeoutMinutes: 60,
  // the runner itself ends what never ends, test by test
  timeoutMS: 10_000,
  timeoutFactor: 4,
  disableTypeChecks: false,
  incremental: true,
  incrementalFile: '.out/mutation/incremental.json',
  tempDirName: '.out/mutation/sandbox',
  ignorePatterns: [
    '**',
    '!package.json',
    '!{engine,components,content,src,tests}/**',
    'tests/mutation/node_modules',
  ],
  reporters: ['json', 'html', 'clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: '.out/mutation/report.html' },
  jsonReporter: { fileName: '.out/mutation/report.json' },
  thresholds: { high: 95, low: 90, break: 90 },
};
