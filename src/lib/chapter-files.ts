import { z } from 'astro/zod';
import { basedOnSchema } from './based-on.ts';
import { isThere, listFolder, readText } from './content-files.ts';
import { slugOf } from './course.ts';
import { readMdx, type MdxSource } from './mdx-source.ts';
import { validated } from './validate.ts';
import { parseYaml } from './yaml-text.ts';

/** The fields of chapter.yaml. */
export const chapterSchema = z.strictObject({
  title: z.string().describe('the title of the chapter'),
  short: z.string().optional().describe('the title in the head of every page'),
  question: z.string().describe('what it asks, in a few words, as on the map of the book'),
  lede: z.string().describe('the opening sentences'),
  goals: z.array(z.string()).min(1).describe('what the reader can do afterwards'),
  needs: z.array(z.string()).describe('what the reader brings along'),
  introduces: z.array(z.string()).describe('ids of terms of the glossary that are new here'),
  basedOn: basedOnSchema.optional(),
});
export type AboutChapter = z.infer<typeof chapterSchema>;

/** The front matter of a section. */
export const sectionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'expected an id of a–z, 0–9 and hyphens')
    .describe('its name for ever: addresses and references use it'),
  title: z.string().describe('the heading'),
  short: z.string().optional().describe('the title in the chain of sections'),
  after: z
    .string()
    .optional()
    .describe('in a fork: the section that a new one comes after, or «start»'),
  basedOn: basedOnSchema.optional(),
});

/** A section as its file has it. */
export interface SectionFile extends z.infer<typeof sectionSchema> {
  readonly source: MdxSource;
  /** Slug of the chapter in whose folder it lies. */
  readonly home: string;
}

/** The folder of a chapter, the original's or a fork's. */
export interface ChapterFolder {
  readonly name: string;
  readonly slug: string;
  /** Its chapter.yaml, where it has one. */
  readonly aboutFile: string | undefined;
  readonly sections: readonly SectionFile[];
  /** The files of its exercises, by id. */
  readonly exercises: ReadonlyMap<string, string>;
}

/** Hears of a file that cannot be read, so that the others are. */
export type Failed = (error: unknown, file: string) => void;

/** Reads all folders of chapters below content/ or content/local/. */
export const readFolders = (home: string, failed: Failed): ChapterFolder[] =>
  listFolder(`${home}chapters`).map((name) => {
    const path = `${home}chapters/${name}`;
    const slug = slugOf(name);
    const about = `${path}/chapter.yaml`;
    return {
      name,
      slug,
      aboutFile: isThere(about) ? about : undefined,
      sections: mdxIn(path).flatMap((file) => {
        try {
          return [readSection(file, slug)];
        } catch (error) {
          failed(error, file);
          return [];
        }
      }),
      exercises: new Map(
        mdxIn(`${path}/exercises`).map((file) => [file.replace(/^.*\/|\.mdx$/g, ''), file]),
      ),
    };
  });

const mdxIn = (folder: string): string[] =>
  listFolder(folder)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => `${folder}/${name}`);

function readSection(file: string, home: string): SectionFile {
  const source = readMdx(readText(file), file);
  return { ...validated(sectionSchema, source.frontMatter, file), source, home };
}

/** Reads a chapter.yaml. Errors: a field that is missing, unknown or of another kind. */
export const readAbout = (file: string): AboutChapter =>
  validated(chapterSchema, parseYaml(readText(file), file, 0), file);
