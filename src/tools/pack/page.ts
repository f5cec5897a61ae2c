import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileAt, joined, MODULES, type Site } from './modules.ts';
import { oneSheet } from './sheets.ts';

/** What the file says of the book that its chapter is from. */
export interface Origin {
  readonly title: string;
  readonly version: string;
  /** Where the book lives on the web, with a slash at its end. */
  readonly address: string;
}

/**
 * One chapter of the built site as one HTML file that opens from disk: scripts, styles, fonts and
 * data inside, links to the rest of the book leading to its address. `first` is script that runs before all else.
 */
export async function packPage(
  site: Site,
  slug: string,
  origin: Origin,
  first = '',
): Promise<string> {
  const here = `${site.base}${slug}/`;
  const html = readFileSync(join(fileAt(site, here), 'index.html'), 'utf8');
  const sheets = addressesOf(html, /<link rel="stylesheet" href="([^"]+)">/g);
  const scripts = addressesOf(html, /<script type="module" src="([^"]+)"><\/script>/g);
  const modules = addressesOf(html, /(?:component|renderer|before-hydration)-url="([^"]+)"/g);
  const script = await joined(site, scripts, modules, dataOf(site, html));
  const css = oneSheet(site, sheets, html);
  const bare = inFewerLetters(html)
    .replaceAll(/<link rel="(?:stylesheet|preload|icon)"[^>]*>/g, '')
    .replaceAll(/<script type="module" src="[^"]+"><\/script>/g, '')
    .replaceAll(/<script>([\s\S]*?)<\/script>/g, (tag) =>
      tag.replaceAll(/\bimport\(/g, 'moduleAt('),
    )
    .replaceAll(
      /<a ([^>]*?)href="([^"]*)"/g,
      (_, before: string, href: string) =>
        `<a ${before}href="${leadsTo(href, here, site, origin)}"`,
    )
    .replace('<footer class="site-footer">', (tag) => `${tag}${aboutThisFile(origin)}`);
  const own = `<script>${first}${MODULES}</script><style>${css.replaceAll('</', '<\\/')}</style>`;
  const last = `<script type="module">${script}</script>`;
  return withPolicy(
    bare.replace('</head>', () => `${own}</head>`).replace('</body>', () => `${last}</body>`),
  );
}

/** What widgets are given is JSON, half of it quotes: between single ones they need not be written as &quot;. */
const inFewerLetters = (html: string): string =>
  html.replaceAll(
    / props="([^"]*)"/g,
    (_, props: string) => ` props='${props.replaceAll("'", '&#39;').replaceAll('&quot;', '"')}'`,
  );

const addressesOf = (html: string, pattern: RegExp): string[] => [
  ...new Set([...html.matchAll(pattern)].map(([, address = '']) => address)),
];

/** The files that widgets of this page ask for while they are worked. */
function dataOf(site: Site, html: string): Map<string, string> {
  const wanted = readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => `${site.base}${file}`)
    .filter(
      (address) =>
        html.includes(address) || html.includes(address.replace(/[^/]+\.json$/, 'PROGRAM.json')),
    );
  return new Map(
    wanted.toSorted().map((address) => [address, readFileSync(fileAt(site, address), 'utf8')]),
  );
}

function leadsTo(href: string, here: string, site: Site, origin: Origin): string {
  if (href.startsWith(`${here}#`)) return href.slice(here.length);
  if (href === here) return '#text';
  return href.startsWith(site.base) ? origin.address + href.slice(site.base.length) : href;
}

const aboutThisFile = ({ title, version, address }: Origin): string =>
  `<p><strong>This file</strong> holds one chapter of ${title}, version ${version}, with all that its figures need. Links to other chapters lead to <a href="${address}">${address}</a>.</p>`;

/** Only what stands in this file may run, and nothing may be fetched. */
function withPolicy(html: string): string {
  const hashes = [...html.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  const policy = [
    "default-src 'none'",
    `script-src ${hashes.join(' ')} 'wasm-unsafe-eval'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    'connect-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html.replace(
    /<meta http-equiv="content-security-policy"[^>]*>/,
    () => `<meta http-equiv="content-security-policy" content="${policy}">`,
  );
}
