import { createHash } from 'node:crypto';
import { z } from 'astro/zod';
import manifest from '../../package.json' with { type: 'json' };
import { readText } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';

/** What a fork's file was made from: the version of the original, and the text it had. */
export const basedOnSchema = z.strictObject({
  version: z.string().describe('the version of the original'),
  hash: z
    .string()
    .regex(/^[0-9a-f]{40}$/, 'expected the 40 digits that npm run fork writes')
    .describe('the text of the original, as git names it'),
});
export type BasedOn = z.infer<typeof basedOnSchema>;

/** A fork's file that stands in for one of the original, or says that it does. */
export interface Override {
  readonly kind: 'chapter' | 'section' | 'exercise' | 'experiment';
  readonly id: string;
  readonly file: string;
  /** The file it stands in for; undefined where the original has no such thing, or has it no longer. */
  readonly original: string | undefined;
  readonly basedOn: BasedOn | undefined;
}

/** The name that git gives a text, so that git can show it again. */
export const blobHash = (text: string): string =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');

/** What a file made from the original as it stands now is based on. */
export const basedOnNow = (original: string): BasedOn => ({
  version: manifest.version,
  hash: blobHash(readText(original)),
});

/** Whether the original has changed since a fork's file was made from it. */
export const isOutdated = ({ original, basedOn }: Override): boolean =>
  original !== undefined && basedOn !== undefined && blobHash(readText(original)) !== basedOn.hash;

/** The command that shows what the original has changed since. */
export const differenceCommand = ({ original, basedOn }: Override): string =>
  `git diff ${basedOn?.hash} HEAD:${original}`;

/** Says of a fork's file that it names no origin although it has one, or one that is gone. */
export function basisProblems({ kind, id, file, original, basedOn }: Override): ContentProblem[] {
  const at = { file, line: 1, column: 1 };
  if (original !== undefined && basedOn === undefined)
    return [
      {
        ...at,
        found: `a ${kind} that stands in for ${original} and does not say what it was made from`,
        expected: 'basedOn: { version, hash }',
        hint: `npm run fork -- ${kind} ${id} --renew writes it`,
      },
    ];
  if (original === undefined && basedOn !== undefined)
    return [
      {
        ...at,
        found: `basedOn in the ${kind} «${id}», which the original does not have, or has no longer`,
        expected: `the id of a ${kind} of the original`,
        hint: 'correct the id, or take basedOn out and keep this as your own',
      },
    ];
  return [];
}
