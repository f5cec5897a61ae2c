import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Files that nobody reads in a kept book: what tells of it, maps for robots, fonts for old browsers. */
const NEVER = /^(sw\.js|keep(-list)?\.json|robots\.txt)$|\.(xml|map|zip|pdf|woff|ttf)$/;
const PICTURE = /\.(png|jpe?g|webp|avif|gif)$/;
const TEXT = /\.(html|css|m?js|svg)$/;

/**
 * Writes beside a finished site the list of everything that a device keeps to have the whole book, and
 * into its keep.json how large that is and which version. keep.json itself comes from src/public: there
 * stands the kill switch.
 */
export function writeKeepList(site) {
  const contents = new Map(
    readdirSync(site, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(site, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .toSorted()
      .map((path) => [path, readFileSync(join(site, path))]),
  );
  const shown = shownText(contents);
  const files = [...contents]
    .filter(([path]) => !NEVER.test(path) && (!PICTURE.test(path) || shown.includes(path)))
    .map(([path, content]) => ({
      path: encodeURI(path.replace(/(^|\/)index\.html$/, '$1')),
      bytes: content.length,
      hash: sha256(content),
    }));
  const version = sha256(files.map(({ path, hash }) => `${path} ${hash}\n`).join('')).slice(0, 12);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const { off } = JSON.parse(String(contents.get('keep.json')));
  writeFileSync(join(site, 'keep-list.json'), JSON.stringify({ version, bytes, files }));
  writeFileSync(join(site, 'keep.json'), JSON.stringify({ off, version, bytes }));
}

/** All text that can show a picture; what only tells other sites of it (meta, linked data) does not. */
const shownText = (contents) =>
  [...contents]
    .filter(([path]) => TEXT.test(path))
    .map(([, content]) =>
      String(content).replaceAll(
        /<meta[^>]*>|<script type="application\/ld\+json">.*?<\/script>/gs,
        '',
      ),
    )
    .join('\n');

const sha256 = (content) => createHash('sha256').update(content).digest('hex');
