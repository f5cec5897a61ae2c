import type { Refusal } from './messages.ts';

/** Thrown for what the page says in a sentence. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}
