import { z } from 'astro/zod';
import { policySchema } from './policy.ts';
import { isThere, localPath, readLayers } from './content-files.ts';
import { placeIn } from './yaml-text.ts';
import { validated } from './validate.ts';
import type { At } from './content-problem.ts';

/** The fields of content/course.yaml. */
export const courseSchema = z.strictObject({
  title: z.string().describe('the title of the book'),
  subtitle: z.string().describe('the line under the title'),
  authors: z.array(z.string()).min(1).describe('who wrote it, each by name'),
  licence: z.string().describe('the licence of text and pictures'),
  address: z
    .url()
    .optional()
    .describe('where the book stands on the web; without it, nothing names it by a whole address'),
  chapters: z.array(z.string()).min(1).describe('the folders of the chapters, in order'),
  editions: z
    .record(z.string(), policySchema)
    .describe(
      'what readers see of the helps of exercises; the first is built unless another is named',
    ),
});

const changes = {
  hide: z.array(z.string()).default([]).describe('ids of sections that are left out'),
  move: z
    .record(z.string(), z.string())
    .default({})
    .describe('a section, and the section it comes after, or «start» for the first of its chapter'),
};

/** The fields of content/local/course.yaml: each stands in for its namesake, and sections can be hidden and moved. */
export const localCourseSchema = courseSchema.partial().extend(changes);

/** A course: what it is called, and what appears in it. */
export interface Course extends z.infer<typeof courseSchema> {
  readonly hide: readonly string[];
  readonly move: Readonly<Record<string, string>>;
  /** The course that this one was made from; undefined in the original, which has no content/local. */
  readonly origin: z.infer<typeof courseSchema> | undefined;
  /** Where a field was written. */
  readonly place: (field: keyof z.infer<typeof localCourseSchema>, key?: string | number) => Place;
}

interface Place extends At {
  readonly file: string;
}

/** Reads the course, a fork's over the original's. Errors: a field that is missing, unknown or of another kind. */
export function readCourse(): Course {
  const [first, second] = readLayers('course.yaml');
  const original = validated(courseSchema, first?.value, first?.file ?? '');
  const local =
    second === undefined ? undefined : validated(localCourseSchema, second.value, second.file);
  const { hide, move, ...own } = local ?? { hide: [], move: {} };
  const origin = isThere(localPath('')) ? original : undefined;
  return {
    ...original,
    // a fork does not stand where the original does
    ...(origin === undefined || own.address !== undefined ? {} : { address: undefined }),
    ...(own as Partial<typeof original>),
    hide,
    move,
    origin,
    place: (field, key) => {
      const layer = local?.[field] === undefined || second === undefined ? first : second;
      const path = key === undefined ? [field] : [field, key];
      return { file: layer?.file ?? '', ...placeIn(layer?.value, path) };
    },
  };
}

/** What a chapter is called apart from its place: 03-bptt is «bptt». */
export const slugOf = (folder: string): string => folder.replace(/^\d+-/, '');
