import { build } from 'esbuild';
import { strToU8, zipSync } from 'fflate';
import { fileName } from '../../lib/file-name.ts';
import type { Site } from './modules.ts';
import { packPage, type Origin } from './page.ts';

/** A zip knows no time before this; with the time of the day two builds would differ. */
const DATE = new Date(1980, 0, 1);

/** One chapter as a SCORM 1.2 package: one object to be shared, one page, the same bytes every time. */
export async function packScorm(
  site: Site,
  chapter: { readonly slug: string; readonly number: number; readonly title: string },
  origin: Origin,
): Promise<Uint8Array> {
  const page = await packPage(site, chapter.slug, origin, await client());
  const files = {
    'imsmanifest.xml': strToU8(manifest(chapter, origin)),
    'index.html': strToU8(page),
  };
  return zipSync(files, { level: 9, mtime: DATE });
}

async function client(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('scorm-client.ts', import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

function manifest(
  { slug, number, title }: { slug: string; number: number; title: string },
  origin: Origin,
): string {
  const name = xml(`${origin.title}, chapter ${number}: ${title}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${fileName(origin.title)}-${slug}" version="${xml(origin.version)}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="book">
    <organization identifier="book">
      <title>${name}</title>
      <item identifier="chapter" identifierref="page">
        <title>${name}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
    </resource>
  </resources>
</manifest>
`;
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
