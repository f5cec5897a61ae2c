import type { NetworkExercise } from './exercise.ts';

/** One number that the reader types. */
export interface Field {
  /** «w», or «W_hh.12» for row 1, column 2. */
  readonly key: string;
  /** As it is said: «W_hh, row 1, column 2». */
  readonly spoken: string;
  readonly parameter: string;
  /** Its place among the parameter's numbers. */
  readonly at: number;
}

/** Returns the fields of an exercise, matrices row by row. */
export const fieldsOf = ({ asked }: NetworkExercise): Field[] =>
  asked.flatMap(({ name, rows, columns }) =>
    Array.from({ length: rows * columns }, (_, at): Field => {
      const [row, column] = [Math.floor(at / columns) + 1, (at % columns) + 1];
      if (rows * columns === 1) return { key: name, spoken: name, parameter: name, at };
      if (columns === 1)
        return { key: `${name}.${row}`, spoken: `${name}, row ${row}`, parameter: name, at };
      const spoken = `${name}, row ${row}, column ${column}`;
      return { key: `${name}.${row}${column}`, spoken, parameter: name, at };
    }),
  );

/** What stands in the fields; a line break parts them, which no field can hold. */
export const typedIn = (exercise: NetworkExercise, given: string): string[] => {
  const texts = given.split('\n');
  return fieldsOf(exercise).map((_, n) => texts[n] ?? '');
};

/** The same as one text, with field n changed. */
export const retyped = (
  exercise: NetworkExercise,
  given: string,
  n: number,
  text: string,
): string => {
  const texts = typedIn(exercise, given).map((old, index) => (index === n ? text : old));
  return texts.every((each) => each === '') ? '' : texts.join('\n');
};
