import { z } from 'astro/zod';
import { nearest, quoted } from '#engine/program/errors.ts';
import { readLayers } from './content-files.ts';
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

/** The fields of glossary.yaml. */
export const glossarySchema = z.strictObject({ terms: z.array(termSchema) });

let read: ReadonlyMap<string, GlossaryTerm> | undefined;

/** Every term of content/glossary.yaml, a fork's own over the original's, by id. */
export function glossary(): ReadonlyMap<string, GlossaryTerm> {
  read ??= new Map(
    readLayers('glossary.yaml')
      .flatMap(({ file, value }) => validated(glossarySchema, value, file).terms)
      .map((term) => [term.id, term]),
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
