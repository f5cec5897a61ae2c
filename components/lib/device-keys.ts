/** Something that the book keeps on a reader's device; in `key`, … stands for the name of a place. */
interface Shelf {
  readonly key: string;
  /** What it holds, as it stands on the page about privacy. */
  readonly holds: string;
  /** What was read and answered is forgotten on one button, preferences are reset on another. */
  readonly is: 'reading' | 'preference';
}

/** Everything that the book keeps in local storage. A key that is not listed here cannot be used. */
export const deviceKeys = [
  {
    key: 'progress',
    holds: 'which sections you have read to their end, in the order of reading',
    is: 'reading',
  },
  { key: 'predict:…', holds: 'what you chose in a prediction, or that you passed', is: 'reading' },
  { key: 'guess:…', holds: 'the numbers that you guessed beside a figure', is: 'reading' },
  { key: 'bet:…', holds: 'what you bet on before a figure ran', is: 'reading' },
  {
    key: 'exercise:…',
    holds: 'your right answer to an exercise, or any answer where the page cannot check it',
    is: 'reading',
  },
  {
    key: 'preferences.v1',
    holds: 'theme, text size, line length and motion, where you changed them',
    is: 'preference',
  },
  {
    key: 'notation',
    holds: 'the letters that formulas are written in, if not the book’s own',
    is: 'preference',
  },
  { key: 'shortcuts', holds: 'that keys are no shortcuts, if you chose so', is: 'preference' },
  {
    key: 'later',
    holds: 'the new version of a kept book that you have put off',
    is: 'preference',
  },
] as const satisfies readonly Shelf[];

/** What one page notes for the next in the storage of a tab, which forgets it when it closes. */
export const tabKeys = [
  { key: 'found', holds: 'the words of a search, until the page that it found is shown' },
] as const;

/** A key that the book may keep something under. */
export type DeviceKey = Named<(typeof deviceKeys)[number]['key']>;

type Named<Key extends string> = Key extends `${infer Kind}…` ? `${Kind}${string}` : Key;
