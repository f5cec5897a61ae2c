import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const PAGES = {
  'engine, JavaScript': './pages/lstm.ts',
  'engine, WebAssembly': './pages/lstm-fast.ts',
  'TensorFlow.js cpu': './peers/page-tfjs.mjs',
  'brain.js': './peers/page-brain.mjs',
  recurrentjs: './peers/page-recurrent.mjs',
};

/** Returns the kB, minified and brotli, of what a page must load to train an LSTM, by contender. */
export async function pageSizes() {
  const sizes = new Map();
  for (const [name, page] of Object.entries(PAGES)) {
    const file = fileURLToPath(new URL(page, import.meta.url));
    if (!existsSync(file)) continue;
    const options = { entryPoints: [file], bundle: true, minify: true, write: false };
    const { outputFiles } = await build({
      ...options,
      format: 'esm',
      logLevel: 'silent',
      external: ['fs', 'util', 'crypto'],
    });
    sizes.set(name, brotliCompressSync(outputFiles[0].contents).length / 1000);
  }
  return sizes;
}
