import { guess } from './guess.ts';
import { quoteCell } from './quote-cell.ts';
import { quoteTagging } from './quote-tagging.ts';
import { recall } from './recall.ts';
import { reversal } from './reversal.ts';
import { anbn, reber } from './strings.ts';
import type { TrainingTask } from './task.ts';

/** What an experiment may train, by the name it uses. */
export const TASKS: Readonly<Record<string, TrainingTask>> = {
  recall,
  'quote-tagging': quoteTagging,
  anbn,
  reber,
  reversal,
  'quote-cell': quoteCell,
  guess,
};
