import { z } from 'astro/zod';
import { nearest, quoted } from '#engine/program/errors.ts';
import { ContentError, type ContentProblem } from './content-problem.ts';
import { placeIn } from './yaml-text.ts';

/** Returns data that has the fields it should. Errors: every field that is not as it should be. */
export function validated<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  file: string,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ContentError(...schemaProblems(schema, value, file));
}

/** Every field of data that is not as a schema has it, with its place. */
export function schemaProblems(schema: z.ZodType, value: unknown, file: string): ContentProblem[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  const misspelt = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.flatMap((key) => nearest(key, fieldsAt(schema, issue.path)).slice(0, 1))
        : [],
    ),
  );
  return issues.flatMap((issue) => {
    const at = (path: readonly PropertyKey[]) => ({ file, ...placeIn(value, path) });
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(schema, issue.path);
      return issue.keys.map((key) => {
        const near = nearest(key, known);
        return {
          ...at([...issue.path, key]),
          found: `the field «${key}»`,
          expected: known.length > 0 ? `one of ${quoted(known)}` : 'a field that is known',
          hint: near.length > 0 ? `did you mean ${quoted(near)}?` : 'remove it',
        };
      });
    }
    const name = issue.path.join('.');
    // what is misspelt need not be missed besides
    if (isMissing(value, issue.path) && misspelt.has(String(issue.path.at(-1)))) return [];
    if (isMissing(value, issue.path))
      return [
        {
          ...at(issue.path),
          found: `no «${name}»`,
          expected: wanted(issue.message),
          hint: `add ${name}: …`,
        },
      ];
    return [
      {
        ...at(issue.path),
        found: name === '' ? 'data of another kind' : `«${name}: ${shown(value, issue.path)}»`,
        expected: wanted(issue.message),
        hint: 'correct the field',
      },
    ];
  });
}

/** What is wanted, from «Invalid input: expected string, received number» or a message of our own. */
const wanted = (message: string): string =>
  /^Invalid input: expected (.+), received/.exec(message)?.[1] ??
  /^expected (.+)/.exec(message)?.[1] ??
  `other data (${message})`;

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null
        ? (part as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );

const isMissing = (value: unknown, path: readonly PropertyKey[]): boolean =>
  path.length > 0 && valueAt(value, path) === undefined;

/** The start of a value is enough to find it by. */
function shown(value: unknown, path: readonly PropertyKey[]): string {
  const text = JSON.stringify(valueAt(value, path)) ?? '';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The names of the fields that an object at a path may have. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let here: unknown = schema;
  for (const key of path) {
    const of = inner(here);
    if (of instanceof z.ZodObject) here = of.shape[String(key)];
    else if (of instanceof z.ZodArray) here = of.element;
    else if (of instanceof z.ZodRecord) here = of.valueType;
    else return [];
  }
  const last = inner(here);
  return last instanceof z.ZodObject ? Object.keys(last.shape) : [];
}

const inner = (schema: unknown): unknown =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? inner(schema.unwrap())
    : schema;
