/** What readers type or choose: a text, or the texts of all fields of a network. */
export type Given = string | readonly string[];

/** Answers to one exercise, and what the page has to make of them. */
export interface Answers {
  /** Several ways of giving the right answer. */
  readonly right: readonly Given[];
  /** Typical wrong answers, each with a piece of the words that it must get. */
  readonly wrong: readonly (readonly [given: Given, words: string])[];
  /** Just outside of what is right; empty for kinds that have no nearly right. */
  readonly near: readonly Given[];
  readonly unreadable: readonly Given[];
}

/** The answers of one chapter, by the id of the exercise. */
export type Bank = Readonly<Record<string, Answers>>;
