import { z } from 'astro/zod';
import { listFolder, readText } from './content-files.ts';
import { readMdx, type MdxSource } from './mdx-source.ts';
import { TAGS } from './tag-table.ts';
import { validated } from './validate.ts';

const FOLDER = 'content/guide';

const mdxIn = (folder: string): MdxSource[] =>
  listFolder(folder)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => readMdx(readText(`${folder}/${name}`), `${folder}/${name}`));

/** The text of the authors' guide, and the examples of tags, each a file. */
export interface Guide {
  readonly sections: readonly MdxSource[];
  readonly examples: readonly MdxSource[];
  /** The files of its exercises, by id. */
  readonly exercises: ReadonlyMap<string, string>;
}

/** Reads content/guide. Errors: MDX that cannot be read. */
export const readGuide = (): Guide => ({
  sections: mdxIn(FOLDER),
  examples: mdxIn(`${FOLDER}/tags`),
  exercises: new Map(
    listFolder(`${FOLDER}/exercises`).map((name) => [
      name.replace(/\.mdx$/, ''),
      `${FOLDER}/exercises/${name}`,
    ]),
  ),
});

const headSchema = z.strictObject({ id: z.string(), title: z.string() });

/** The id and the heading of a section of the guide. */
export const headOf = ({ frontMatter, file }: MdxSource): z.infer<typeof headSchema> =>
  validated(headSchema, frontMatter, file);

/** The file that shows a tag: its own, or the one of the tag that it stands in. */
export const exampleOf = (name: string, { examples }: Guide): MdxSource | undefined =>
  examples.find(({ tags }) => tags[0]?.name === name) ??
  examples.find(({ tags }) => tags.some((tag) => tag.name === name));

/** The id that a figure has in the guide. */
export const guideId = (name: string): string =>
  `guide${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const CAPTION = 'Say here what is to be seen, and what to try.';

/** The tag of a figure as a chapter writes it. */
export const figureExample = (
  name: string,
): { readonly id: string; readonly caption: string; readonly text: string } => {
  const id = guideId(name);
  return { id, caption: CAPTION, text: `<${name} id="${id}">\n  ${CAPTION}\n</${name}>` };
};

/** The names of tags that are figures, and of those that are not, in the order of the registry. */
export const tagNames = (isFigure: boolean): string[] =>
  Object.keys(TAGS).filter((name) => (TAGS[name]?.isFigure === true) === isFigure);
