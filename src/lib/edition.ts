import { quoted } from '#engine/program/errors.ts';
import { book } from './book.ts';
import type { ExerciseFrontMatter } from './exercise-schema.ts';
import type { Policy } from './policy.ts';

/**
 * The policy of an exercise in the edition that is built: that of the course, and where the exercise
 * says otherwise, its own. EDITION names the edition; the first of the course is built without it.
 * Errors: an edition that the course does not have.
 */
export function policyOf({ policy }: Pick<ExerciseFrontMatter, 'policy'>): Policy {
  const { editions } = book();
  const name = process.env['EDITION'] ?? Object.keys(editions)[0] ?? '';
  const ofCourse = editions[name];
  if (ofCourse === undefined)
    throw new Error(
      `no edition «${name}»; content/course.yaml has ${quoted(Object.keys(editions))}`,
    );
  const own = Object.entries(policy).filter(([, treatment]) => treatment !== undefined);
  return { ...ofCourse, ...(Object.fromEntries(own) as Partial<Policy>) };
}
