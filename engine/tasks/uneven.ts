/** Three texts of different lengths, for batches: one is closed, one has no quotation, one stays open. */
export const UNEVEN = ['he “ran”', 'a cat', '“no'] as const;
