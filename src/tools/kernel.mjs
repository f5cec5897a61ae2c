import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import assembler from 'wabt';
import { main, root } from './environment.mjs';

const SOURCE = join(root, 'engine/kernels/products.wat');
const TARGET = join(root, 'engine/kernels/products.wasm.ts');

/** Returns the module that products.wat assembles to, as the text of products.wasm.ts. */
export async function assembled() {
  const { parseWat } = await assembler();
  const module = parseWat('products.wat', readFileSync(SOURCE, 'utf8'), { simd: true });
  module.validate();
  const binary = Buffer.from(module.toBinary({}).buffer).toString('base64');
  return `/** What src/tools/kernel.mjs assembles from products.wat. */\nexport const binary =\n  '${binary}';\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(async () => writeFileSync(TARGET, await assembled()));
