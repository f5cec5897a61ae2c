import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, prepare, root } from './environment.mjs';

/** `npm run fonts`: cuts the fonts of the book anew, after an installed font or CUTS changed. */
await main(async () => {
  prepare();
  const { cutFonts } = await import('../fonts/cut.mjs');
  for (const { name, bytes } of await cutFonts()) {
    writeFileSync(join(root, 'src', 'fonts', name), bytes);
    process.stdout.write(`${name}: ${(bytes.length / 1000).toFixed(1)} kB\n`);
  }
});
