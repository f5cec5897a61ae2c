import { expect } from 'vitest';

/**
 * What test files import in place of Vitest: tests are put on a list, so that one process can run any of them
 * again and again. `expect` is Vitest's own.
 */
export { expect };

/** Every test of the files read so far, with what has to run before and after it. */
export const tests = [];

let suite = { name: '', before: [], after: [], parent: undefined };

const namesOf = (one) => (one === undefined ? [] : [...namesOf(one.parent), one.name]);

export function describe(name, body) {
  suite = { name, before: [], after: [], parent: suite };
  body();
  suite = suite.parent;
}

export function test(name, body) {
  const path = [...namesOf(suite), name].filter((part) => part !== '').join(' > ');
  tests.push({ name: path, body, suite });
}

export const beforeAll = (body) => suite.before.push({ body, isDone: false });
export const afterEach = (body) => suite.after.push(body);

describe.each = (rows) => (name, body) =>
  rows.forEach((row, n) => describe(named(name, row, n), () => body(...[row].flat())));

test.each = (rows) => (name, body) =>
  rows.forEach((row, n) => test(named(name, row, n), () => body(...[row].flat())));

/** One name for each row, even where the text does not tell them apart. */
const named = (name, row, n) => `${name} (${n + 1}: ${String([row].flat()[0]).slice(0, 40)})`;

/** Runs one test. Errors: what the test throws. */
export async function run({ body, suite }) {
  const suites = [];
  for (let one = suite; one !== undefined; one = one.parent) suites.unshift(one);
  for (const { before } of suites)
    for (const hook of before)
      if (!hook.isDone) {
        hook.isDone = true;
        await hook.body();
      }
  try {
    await body();
  } finally {
    for (const { after } of suites) for (const hook of after) await hook();
  }
}
