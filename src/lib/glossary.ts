import { z } from 'astro/zod';
import { nearest, quoted } from '#engine/program/errors.ts';
import { contentPath, readYaml } from './content-files.ts';
import { validated } from './validate.ts';

const termSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  term: z.string(),
  definition: z.string(),
  /** Other names that readers look for. */
  also: z.array(z.string()).default([]),
  see: z.array(z.string()).default([]),
});
export type GlossaryTerm = z.infer<typeof termSchema>;

let read: ReadonlyMap<string, GlossaryTerm> | undefined;

/** Every term of content/glossary.yaml, by id. */
export function glossary(): ReadonlyMap<string, GlossaryTerm> {
  read ??= new Map(
    validated(
      z.strictObject({ terms: z.array(termSchema) }),
      readYaml('glossary.yaml'),
      contentPath('glossary.yaml'),
    ).terms.map((term) => [term.id, term]),
  );
  return read;
}

/** Returns a term. Errors: an unknown id, with the nearest. */
export function termOf(id: string): GlossaryTerm {
  const found = glossary().get(id);
  if (found !== undefined) return found;
  const near = nearest(id, glossary().keys());
  throw new Error(
    `no term «${id}» in content/glossary.yaml; did you mean ${quoted(near) || 'another id'}?`,
  );
}
