import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { main, root, Trouble } from './environment.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
/** Ways to shorten a text, the better one first. */
const CODERS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: () => createGzip(),
};
const SITE = join(root, '.out', 'site');

/**
 * Serves .out/site under BASE_PATH, on any free port where it is 0; resolves with the address and with
 * what ends it. Errors: no build, a taken port.
 */
export function serve(port) {
  if (!existsSync(join(SITE, 'index.html')))
    throw new Trouble('There is no built book yet: run npm run build first.');
  const base = `/${process.env.BASE_PATH ?? ''}/`.replaceAll(/\/+/g, '/');
  const server = siteServer(SITE, base);
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Trouble(
              `Port ${port} is taken: stop what runs there, or choose another with PORT=${port + 1} npm start.`,
            )
          : error,
      ),
    );
    server.listen(port, () =>
      resolve({
        address: `http://localhost:${server.address().port}${base}`,
        close: () => server.close(),
      }),
    );
  });
}

/** A server of the folder `site`, under the path `base`. */
export const siteServer = (site, base) =>
  createServer((request, response) => answer(request, response, site, base));

function answer(request, response, site, base) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (!pathname.startsWith(base)) return redirect(response, base);
  const file = fileOf(site, pathname.slice(base.length));
  if (file === undefined) return send(request, response, join(site, '404.html'), 404);
  // a folder without its slash would break relative links
  if (file.endsWith('index.html') && !pathname.endsWith('/') && !pathname.endsWith('.html'))
    return redirect(response, `${pathname}/`);
  return send(request, response, file, 200);
}

function redirect(response, location) {
  response.writeHead(302, { location });
  response.end();
}

/** The file of an address, or undefined; never one outside the site. */
function fileOf(site, address) {
  let path;
  try {
    path = normalize(join(site, decodeURIComponent(address)));
  } catch {
    return undefined;
  }
  if (path !== site && !path.startsWith(site + sep)) return undefined;
  const candidates = [path, join(path, 'index.html')];
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
}

function send(request, response, file, status) {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const isHashed = file.includes(`${sep}_astro${sep}`);
  const headers = {
    'content-type': type,
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    // as public hosts do: a sandboxed frame has no origin of its own, and asks for modules and fonts like a stranger
    'access-control-allow-origin': '*',
    'referrer-policy': 'no-referrer',
  };
  if (status === 404 && !existsSync(file)) {
    response.writeHead(404, { 'content-type': TYPES['.txt'] });
    return response.end('not found');
  }
  const isText = /text|json|xml|svg|javascript/.test(type);
  const coding = isText ? codingOf(request.headers['accept-encoding']) : undefined;
  if (coding === undefined) headers['content-length'] = String(statSync(file).size);
  else headers['content-encoding'] = coding;
  response.writeHead(status, headers);
  if (request.method === 'HEAD') return response.end();
  const stream = createReadStream(file);
  return (coding === undefined ? stream : stream.pipe(CODERS[coding]())).pipe(response);
}

/** The best way to shorten a text that the browser can read, or undefined. */
function codingOf(accepted = '') {
  return Object.keys(CODERS).find((name) => accepted.split(/[\s,;]+/).includes(name));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(async () => {
    const { address } = await serve(Number(process.env.PORT ?? process.argv[2] ?? 4321));
    process.stdout.write(`${address}\n`);
  });
