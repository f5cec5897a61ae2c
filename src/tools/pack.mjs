import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { main, prepare, run, Trouble } from './environment.mjs';

const KINDS = ['book', 'page', 'scorm'];

/** `npm run pack -- book`, `-- page CHAPTER`, `-- scorm CHAPTER`: builds what is out of date, and puts one file into .out/pack. */
await main(() => {
  const [kind = '', ...names] = process.argv.slice(2);
  if (!KINDS.includes(kind))
    throw new Trouble(`npm run pack -- takes one of: ${KINDS.join(', ')}; not «${kind}».`);
  const environment = prepare();
  build(environment);
  const env = kind === 'book' ? findBrowser(environment) : {};
  return run(environment, environment.node, ['src/tools/pack/main.ts', kind, ...names], { env });
});
