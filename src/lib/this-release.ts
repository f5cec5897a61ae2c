import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parseYaml } from './content-files.ts';
import { validated } from './validate.ts';

/** Which release of the book this is, and from which day: `2026-11-21`. */
export interface Release {
  readonly version: string;
  readonly date: string;
}

const FILE = 'CITATION.cff';
const schema = z.object({ version: z.string(), 'date-released': z.iso.date() });

/** The release that CITATION.cff names. */
export function thisRelease(): Release {
  const found = validated(schema, parseYaml(readFileSync(FILE, 'utf8'), FILE, 0), FILE);
  return { version: found.version, date: found['date-released'] };
}
