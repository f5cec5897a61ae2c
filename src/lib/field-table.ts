import { z } from 'astro/zod';

/** A field of a file of the book. */
export interface Field {
  readonly name: string;
  readonly isNeeded: boolean;
  /** What counts where it is left out; undefined where nothing does. */
  readonly byDefault: string | undefined;
  readonly about: string;
}

/** The fields that a schema has, in its order. */
export const fieldsOf = (schema: z.ZodObject): Field[] =>
  Object.entries(schema.shape).map(([name, field]) => {
    const without = z.safeParse(field, undefined);
    const value = without.success ? without.data : undefined;
    return {
      name,
      isNeeded: !without.success,
      byDefault: value === undefined ? undefined : JSON.stringify(value),
      about: (field as z.ZodType).description ?? '',
    };
  });
