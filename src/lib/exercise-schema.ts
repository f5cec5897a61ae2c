import { z } from 'astro/zod';
import { basedOnSchema } from './based-on.ts';
import { networkFields } from './network-schema.ts';
import { policySchema } from './policy.ts';

/** Where a number comes from: typed, a fact, a run of an experiment, or reckoned from `values`. */
const computed = z.union(
  [
    z.strictObject({
      fact: z.string(),
      args: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
    }),
    z.strictObject({
      experiment: z.string(),
      of: z.string(),
      t: z.number().int().min(0).optional(),
      i: z.number().int().min(0).optional(),
    }),
    z.strictObject({ expression: z.string() }),
  ],
  'expected a number that is computed: { fact }, { experiment } or { expression }',
);
const rule = z.union([z.number(), computed]);
export type Rule = z.infer<typeof rule>;

const sentence = z.string().min(1);
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected an id of a–z, 0–9 and single hyphens');

const tolerance = z
  .strictObject({
    absolute: z.number().positive().optional(),
    relative: z.number().positive().optional(),
    because: sentence,
  })
  .refine(
    ({ absolute, relative }) => (absolute === undefined) !== (relative === undefined),
    'expected either absolute or relative, and not both',
  );

const near = z.strictObject({
  near: rule,
  within: z.number().positive().optional(),
  say: sentence,
});
const below = z.strictObject({ below: rule, say: sentence });
const above = z.strictObject({ above: rule, say: sentence });

const common = {
  id,
  title: sentence,
  basedOn: basedOnSchema.optional(),
  ask: sentence.default('Answer'),
  values: z.record(z.string().regex(/^[a-zA-Z]\w*$/), rule).default({}),
  hints: z.array(sentence).default([]),
  /** What the book says to a right answer. */
  right: sentence.optional(),
  /** Where the policy of the course is not to hold. */
  policy: policySchema.partial().default({}),
};

/** The same question with other numbers, for worksheets: what is drawn, and what is then right. */
const vary = z.strictObject({
  draw: z.record(
    z.string().regex(/^[a-zA-Z]\w*$/),
    z
      .strictObject({ from: z.number(), to: z.number(), step: z.number().positive().default(1) })
      .refine(({ from, to, step }) => from + step <= to, 'expected at least two numbers to draw'),
  ),
  /** In place of the text of the exercise; it names what is drawn. */
  question: sentence,
  values: z.record(z.string().regex(/^[a-zA-Z]\w*$/), rule).default({}),
  answer: computed,
});
export type Vary = z.infer<typeof vary>;

const numeric = z.strictObject({
  ...common,
  kind: z.literal('numeric'),
  unit: z.string().default(''),
  /** Never typed: a digit that is wrong there would go unnoticed. */
  answer: computed,
  tolerance,
  mistakes: z.array(z.union([near, below, above])).default([]),
  vary: vary.optional(),
});

const choice = z
  .strictObject({
    ...common,
    kind: z.literal('choice'),
    options: z
      .array(z.strictObject({ id, text: sentence, say: sentence.optional() }))
      .min(2, 'expected at least two options'),
    answer: z.strictObject({ option: id }),
  })
  .refine(({ options, answer }) => options.some((option) => option.id === answer.option), {
    path: ['answer', 'option'],
    error: 'expected the id of one of the options',
  });

const lineNumber = z.number().int().min(1);
const line = z
  .strictObject({
    ...common,
    kind: z.literal('line'),
    listing: sentence,
    language: z.string().default('js'),
    answer: z.strictObject({ line: lineNumber }),
    mistakes: z
      .array(z.strictObject({ near: z.strictObject({ line: lineNumber }), say: sentence }))
      .default([]),
  })
  .refine(({ listing, answer }) => answer.line <= listing.trimEnd().split('\n').length, {
    path: ['answer', 'line'],
    error: 'expected a line of the listing, counted from 1',
  });

const order = z
  .strictObject({
    ...common,
    kind: z.literal('order'),
    /** In the right order; the page shows them in another. */
    items: z
      .array(z.strictObject({ id, text: sentence }))
      .min(3)
      .max(7),
    mistakes: z.array(z.strictObject({ before: z.tuple([id, id]), say: sentence })).default([]),
  })
  .refine(({ items }) => new Set(items.map((item) => item.id)).size === items.length, {
    path: ['items'],
    error: 'expected an id of its own for every item',
  })
  .refine(
    ({ items, mistakes }) => {
      const place = (of: string): number => items.findIndex((item) => item.id === of);
      return mistakes.every(
        ({ before: [first, second] }) => place(second) >= 0 && place(first) > place(second),
      );
    },
    { path: ['mistakes'], error: 'expected two items in the wrong order: the later one first' },
  );

const letter = z.string().regex(/^[a-zA-Z]\w*$/);
const range = z
  .tuple([z.number(), z.number()])
  .refine(([from, to]) => from < to, 'expected a range, the smaller number first');
const typedFormula = z.strictObject({
  ...common,
  kind: z.literal('formula'),
  /** The letters that may be used, each with the range in which formulas are compared. */
  variables: z.record(letter, range),
  answer: z.string().min(1),
  mistakes: z.array(z.strictObject({ near: z.string().min(1), say: sentence })).default([]),
});

const match = z
  .strictObject({
    ...common,
    kind: z.literal('match'),
    options: z
      .array(z.strictObject({ id, text: sentence }))
      .min(2, 'expected at least two options'),
    /** What is to be matched: `say` answers a wrong match of this item. */
    items: z
      .array(z.strictObject({ text: sentence, answer: id, say: sentence }))
      .min(2, 'expected at least two items'),
  })
  .refine(
    ({ options, items }) =>
      items.every(({ answer }) => options.some((option) => option.id === answer)),
    { path: ['items'], error: 'expected every answer to be the id of one of the options' },
  );

const network = z.strictObject({ ...common, kind: z.literal('network'), ...networkFields });

/** The front matter of an exercise, ID.mdx in a chapter’s exercises; the body is question and solution. */
export const exerciseSchema = z.union([numeric, choice, line, match, typedFormula, order, network]);
export type ExerciseFrontMatter = z.infer<typeof exerciseSchema>;
