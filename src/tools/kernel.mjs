import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import assembler from 'wabt';
import { main, root } from './environment.mjs';

const FOLDER = join(root, 'engine/kernels');
const FUNCTIONS = ['product.wat', 'gradients.wat', 'activations.wat'];
const TARGET = join(FOLDER, 'kernel.wasm.ts');

/** Returns the module that the functions over one memory assemble to, as the text of kernel.wasm.ts. */
export async function assembled() {
  const { parseWat } = await assembler();
  const functions = FUNCTIONS.map((name) => readFileSync(join(FOLDER, name), 'utf8'));
  const text = ['(module (import "m" "m" (memory 1))', ...functions, ')'].join('\n');
  const module = parseWat('kernel.wat', text, { simd: true });
  module.validate();
  // two digits a byte, because repeated bytes then are repeated text, which pages send packed
  const binary = Buffer.from(module.toBinary({}).buffer).toString('hex');
  return `/** What src/tools/kernel.mjs assembles from the .wat files. */\nexport const binary =\n  '${binary}';\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(async () => writeFileSync(TARGET, await assembled()));
