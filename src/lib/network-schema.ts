import { z } from 'astro/zod';

const sentence = z.string().min(1);
const numbers = z.union([z.number(), z.array(z.number()), z.array(z.array(z.number()))]);
const byName = z.record(z.string(), numbers);

/** A number of the run, or its slope `by` another, and where it has to lie. */
const want = z
  .strictObject({
    what: sentence,
    /** A quantity of the program or a parameter; «loss» is the sum of the losses. */
    of: z.string(),
    t: z.number().int().min(0).optional(),
    i: z.number().int().min(0).default(0),
    by: z
      .strictObject({
        name: z.string(),
        t: z.number().int().min(0).optional(),
        i: z.number().int().min(0).default(0),
      })
      .optional(),
    above: z.number().optional(),
    below: z.number().optional(),
  })
  .refine(
    ({ above, below }) => above !== undefined || below !== undefined,
    'expected above, below, or both',
  );

/** One run that has to come out right: a text with quotation marks, a list of inputs, or so many zeros. */
const oneCase = z
  .strictObject({
    name: sentence.optional(),
    text: sentence.optional(),
    inputs: z.array(z.number()).optional(),
    steps: z.number().int().min(1).optional(),
    start: byName.default({}),
    /** A lamp for each step: 1 on, 0 off, - not asked. Default: on inside the quotations of the text. */
    lamp: z
      .string()
      .regex(/^[01-]+$/)
      .optional(),
    answers: z.array(z.number().nullable()).optional(),
    wants: z.array(want).default([]),
  })
  .refine(
    ({ text, inputs, steps }) =>
      [text, inputs, steps].filter((given) => given !== undefined).length === 1,
    'expected one of text, inputs and steps',
  );

/** A condition on one number that was typed: «w», or «W_hh.12» for row 1, column 2. */
const mistake = z
  .strictObject({
    of: z.string(),
    near: z.number().optional(),
    above: z.number().optional(),
    below: z.number().optional(),
    say: sentence,
  })
  .refine(
    ({ near, above, below }) =>
      (near === undefined) !== (above === undefined && below === undefined),
    'expected near, or above and below or one of them',
  );

/** What an exercise says that asks for the numbers of a network. */
export const networkFields = {
  /** A cell of the engine, or a cell and a head: «neuron-lamp», «lstm-sigmoid». */
  program: z.string(),
  sizes: z.record(z.string(), z.number()).default({}),
  start: byName.default({}),
  /** Parameters that are set, and those that the reader types. */
  given: byName.default({}),
  asked: z.array(z.string()).min(1),
  numbers: z
    .strictObject({ from: z.number(), to: z.number(), whole: z.boolean().default(false) })
    .default({ from: -9, to: 9, whole: false }),
  /** Answers are numbers, and may be so far off; without it they are yes or no. */
  within: z.number().positive().optional(),
  cases: z.array(oneCase).min(1),
  mistakes: z.array(mistake).default([]),
  /** Numbers that are right, one of many ways; not sent to the page. */
  answer: byName,
};

export const networkSchema = z.object(networkFields);
export type NetworkFields = z.infer<typeof networkSchema>;
