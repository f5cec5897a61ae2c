/** What `npm run new` writes: texts that the check accepts once their words are written. */
export const newChapter = (title: string): string => `title: ${title}
question: what this chapter asks
lede: >-
  One or two sentences that open the chapter.
goals:
  - Say what the reader can do afterwards.
needs: []
introduces: []
`;

/** The front matter and first words of a section; \`after\` gives it a place in a chapter of the original. */
export const newSection = (id: string, title: string, after: string | undefined): string => `---
id: ${id}
title: ${title}
${after === undefined ? '' : `after: ${after}\n`}---

What does the reader ask here? Begin with that question.

**The sentence you can now say:** one idea, in your own words.
`;

/** An exercise that asks for a number, reckoned by the engine from what is given. */
export const newExercise = (id: string, title: string): string => `---
id: ${id}
title: ${title}
kind: numeric
ask: "$h_1 \\\\approx$"
answer: { fact: tanh, args: { x: 0.5 } }
tolerance: { absolute: 0.006, because: two digits after the point are asked for }
right: "Yes: tanh of one half is {answer}."
mistakes:
  - near: 0.5
    say: That is the sum, before tanh.
hints:
  - The sum is 0.5.
---
A neuron has $w = 1$, $u = 0.5$ and $b = 0$. Its state is $h_0 = 0$, and it reads $x_1 = 1$. What is its state after that, to two
digits after the point?

<Solution>
The sum is 0.5, and tanh of it is <N fact="tanh" x={0.5} />.
</Solution>
`;

/** The course file of a fork: what is not named here stays as the original has it. */
export const newCourse = (title: string, authors: readonly string[]): string =>
  `${ABOUT_COURSE}title: ${title}
authors:
${authors.map((name) => `  - ${name}\n`).join('')}# where it will stand on the web; until you say it, links that search engines follow are left out
# address: https://you.example/my-course/
`;

/** What a course file of a fork begins with. */
export const ABOUT_COURSE = `# Each field stands in for its namesake in content/course.yaml; take out what is to stay as it is.
# \`hide\` leaves sections out, \`move\` puts them after others, \`chapters\` says which there are, in order.
`;

/** The notation of a fork: a symbol of the book needs its name and what is to be different. */
export const newNotation = `# For example: - { name: W_hh, tex: 'U', spoken: U } writes the matrix of the loop as U, everywhere.
symbols: []
`;

/** The conventions of a fork: one of the book needs its id and what is to be different. */
export const newConventions = `# Other texts whose letters the reader can choose. Those of content/conventions.yaml stay, unless \`hide\` names them.
# For example: - { id: d2l, symbols: { h: 's' } } changes one letter of one of them; a new id needs all fields.
hide: []
conventions: []
`;

/** A title from an id: «my-first-cell» is «My first cell». */
export const titleOf = (slug: string): string =>
  slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');
