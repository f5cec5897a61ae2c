import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { gzipSync, strToU8 } from 'fflate';

/** A built site: its folder, and the path below which it expects to be served. */
export interface Site {
  readonly folder: string;
  readonly base: string;
}

/** The file of an address of the site. */
export const fileAt = ({ folder, base }: Site, address: string): string =>
  join(folder, address.slice(base.length));

/**
 * Joins the scripts of a page and the modules of its widgets to one script, which hands the modules
 * out by the addresses that the page asks for, and answers requests for `data` from itself.
 */
export async function joined(
  site: Site,
  scripts: readonly string[],
  modules: readonly string[],
  data: ReadonlyMap<string, string>,
): Promise<string> {
  const entry = `
    const held = new Map(${JSON.stringify([...data].map(([address, text]) => [address, squeezed(text)]))});
    const opened = (text) =>
      new Blob([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))])
        .stream().pipeThrough(new DecompressionStream('gzip'));
    const ask = globalThis.fetch;
    globalThis.fetch = (address, ...rest) =>
      held.has(address) ? Promise.resolve(new Response(opened(held.get(address)))) : ask(address, ...rest);
    giveModules({ ${modules.map((address) => `${JSON.stringify(address)}: () => import(${JSON.stringify(address)})`).join(', ')} });
    ${scripts.map((address) => `import ${JSON.stringify(address)};`).join('\n')}`;
  return bundled(entry, site);
}

/** A tenth of the size, since formulas repeat themselves; the same letters every time, whatever the clock says. */
const squeezed = (text: string): string =>
  Buffer.from(gzipSync(strToU8(text), { level: 9, mtime: 0 })).toString('base64');

/** Widgets ask for their modules before the joined script has run. */
export const MODULES = `let giveModules;
const modules = new Promise((give) => (giveModules = give));
const moduleAt = async (address) => (await modules)[address]();`;

async function bundled(entry: string, site: Site): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: site.folder },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    plugins: [fromSite(site)],
  });
  return outputFiles[0]?.text ?? '';
}

const fromSite = (site: Site): Plugin => ({
  name: 'from the built site',
  setup(builder) {
    builder.onResolve({ filter: /^\// }, ({ path }) =>
      path.startsWith(`${site.base}_astro/`) ? { path: fileAt(site, path) } : undefined,
    );
    builder.onLoad({ filter: /_astro\/.*\.js$/ }, async ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (path.includes('preload-helper')) return { contents: withoutPreload(text) };
      // modules are strict, but esbuild learns it at their end: until then a function in a block
      // would share the name of a parameter
      return { contents: `'use strict';${await withWorkers(text, site)}` };
    });
  },
});

/** All is there already: nothing has to be fetched ahead. */
function withoutPreload(text: string): string {
  const name = /export\{\w+ as (\w+)\}/.exec(text)?.[1];
  if (name === undefined) throw new Error('the helper that fetches modules ahead looks new');
  return `const load = (module) => module(); export { load as ${name} };`;
}

/** A page from disk may start no worker from a file, and none that is a module: but a text of its own. */
async function withWorkers(text: string, site: Site): Promise<string> {
  const found = /new Worker\(new URL\(`([^`]+)`,``\+import\.meta\.url\),\{type:`module`\}\)/.exec(
    text,
  );
  if (found === null) return text;
  const worker = await bundled(`import ${JSON.stringify(found[1])};`, site);
  const own = `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(worker)}],{type:'text/javascript'})))`;
  return withWorkers(
    text.replace(found[0], () => own),
    site,
  );
}
