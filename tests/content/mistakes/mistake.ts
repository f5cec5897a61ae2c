/** One mistake of an author: the file it is in, where it has to be found, and what the message has to hold. */
export interface Mistake {
  readonly what: string;
  /** From the top of content/local. */
  readonly file: string;
  readonly text: string;
  readonly at: `${number}:${number}`;
  readonly parts: readonly string[];
}

/** A section of the chapter «mine»; its text begins in line 5. */
export const section = (
  id: string,
  what: string,
  text: string,
  at: Mistake['at'],
  ...parts: string[]
): Mistake => ({
  what,
  file: `chapters/mine/${id}.mdx`,
  text: `---\nid: ${id}\ntitle: A section\n---\n${text}\n`,
  at,
  parts,
});

/** A numeric exercise of the chapter «mine», with one line of its front matter changed. */
export const exercise = (
  id: string,
  what: string,
  change: readonly [from: string, to: string],
  at: Mistake['at'],
  ...parts: string[]
): Mistake => ({
  what,
  file: `chapters/mine/exercises/${id}.mdx`,
  text: `---
id: ${id}
title: Half
kind: numeric
answer: { expression: "1 / 2" }
tolerance: { absolute: 0.01, because: two digits are asked for }
hints:
  - Look at the sum.
---
How much is it?

<Solution>It is a half.</Solution>
`.replace(...change),
  at,
  parts,
});
