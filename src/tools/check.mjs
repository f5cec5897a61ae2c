import { close, lint, runAll, svelteTypes, vitest } from './checks.mjs';
import { main, prepare } from './environment.mjs';

/** `npm run check`: the quick subset for the inner loop, without build and browser. */
await main(() =>
  close(runAll(prepare(), [svelteTypes, lint, vitest(['--exclude', 'tests/fork/**'])])),
);
