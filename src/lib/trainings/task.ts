import type { z } from 'astro/zod';

/** What a run has to reach to count as solved: a number above a bound. */
export interface Goal {
  readonly number: string;
  readonly above: number;
}

/** What can be trained and measured: the settings it takes, the numbers it gives. */
export interface TrainingTask {
  readonly settings: z.ZodObject;
  /** What each number means, in a few words. */
  readonly numbers: Readonly<Record<string, string>>;
  /** Trains one network from one seed and measures it. */
  run(setting: unknown, seed: number, goal: Goal | undefined): Readonly<Record<string, number>>;
}

/** Checks the settings of a task before it runs. */
export const task = <Schema extends z.ZodObject>(
  settings: Schema,
  numbers: TrainingTask['numbers'],
  run: (
    setting: z.infer<Schema>,
    seed: number,
    goal: Goal | undefined,
  ) => Readonly<Record<string, number>>,
): TrainingTask => ({
  settings,
  numbers,
  run: (setting, seed, goal) => run(settings.parse(setting), seed, goal),
});
