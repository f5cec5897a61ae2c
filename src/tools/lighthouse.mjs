import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { installIn, main, prepare, root } from './environment.mjs';
import { serve } from './serve.mjs';

const FOLDER = join(root, 'tests', 'lighthouse');
const PORT = Number(process.env.PORT ?? 4322);

/** `npm run lighthouse [-- RUNS]`: Lighthouse over the home page and every chapter; the median of 3 runs, or of RUNS. */
await main(async () => {
  const environment = prepare();
  if (!existsSync(join(FOLDER, 'node_modules')))
    installIn(FOLDER, 'Lighthouse, for this test alone');
  build(environment);
  const { address, close } = await serve(PORT);
  const [runs = '3'] = process.argv.slice(2);
  // this process serves the book meanwhile, so it cannot wait for the other as `run` does
  const child = spawn(
    environment.node,
    [join(FOLDER, 'run.mjs'), address, runs, '/', ...chapters()],
    {
      stdio: 'inherit',
      env: { ...environment.env, ...findBrowser(environment) },
    },
  );
  const code = await new Promise((resolve) => child.on('exit', resolve));
  close();
  return code ?? 1;
});

/** Paths of the chapters, in the order of the course. */
function chapters() {
  const course = readFileSync(join(root, 'content', 'course.yaml'), 'utf8');
  return [...course.matchAll(/^ {2}- \d+-(.+)$/gm)].map(([, slug]) => `/${slug}/`);
}
