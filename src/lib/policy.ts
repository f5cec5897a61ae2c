import { z } from 'astro/zod';

/** What becomes of a help: on the page at once, on the page when asked for, in the teacher’s key alone, nowhere. */
const treatment = z.enum(['shown', 'folded', 'key only', 'omitted']);
export type Treatment = z.infer<typeof treatment>;

/** The three helps of an exercise, each with its treatment. */
export const policySchema = z.strictObject({
  /** What the reader may ask for before answering. */
  hint: treatment,
  /** What is right, what is said to it and to mistakes: everything that judging needs. */
  answer: treatment,
  /** How one gets there. */
  solution: treatment,
});
export type Policy = z.infer<typeof policySchema>;

/** Whether a help is anywhere in the book’s pages; what is not must not be in any byte of them. */
export const isInPages = (help: Treatment): boolean => help === 'shown' || help === 'folded';
