import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#src/tools/environment.mjs';
import { assembled } from '#src/tools/kernel.mjs';

test('kernel.wasm.ts is what the .wat files assemble to: run src/tools/kernel.mjs', async () => {
  const kept = readFileSync(join(root, 'engine/kernels/kernel.wasm.ts'), 'utf8');
  expect(kept).toBe(await assembled());
});
