import { main, prepare, run } from './environment.mjs';

/** The tests that run the engine; those of text and pages would only take time. */
const TESTS = ['tests/unit', 'tests/laws', 'tests/witness', 'tests/oracle'];

/** `npm run coverage`: which branches of the engine no test takes. Fails below 98 %. */
await main(() => {
  const environment = prepare();
  return run(environment, 'vitest', [
    'run',
    ...TESTS,
    '--reporter=dot',
    '--coverage',
    '--coverage.provider=v8',
    '--coverage.include=engine/**/*.ts',
    '--coverage.reporter=text',
    '--coverage.reporter=html',
    '--coverage.reportsDirectory=.out/coverage',
    '--coverage.thresholds.branches=98',
    '--coverage.thresholds.functions=98',
  ]);
});
