import { z } from 'astro/zod';
import { ContentError } from './content-problem.ts';

/** Returns data that has the fields it should. Errors: the first field that is not as it should be. */
export function validated<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  file: string,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ContentError({
    file,
    line: 1,
    column: 1,
    found: `at «${issue?.path.join('.') || 'the top'}»: ${issue?.message ?? 'not as expected'}`,
    expected:
      schema instanceof z.ZodObject
        ? `the fields ${Object.keys(schema.shape).join(', ')}`
        : 'other data',
    hint: 'add, remove or correct the field',
  });
}
