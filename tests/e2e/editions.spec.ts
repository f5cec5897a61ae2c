import { build } from '#src/tools/build.mjs';
import { prepare } from '#src/tools/environment.mjs';
import { expect, test } from './fixtures.ts';
import { leaks, withheld } from './withheld.ts';

test('the student edition holds no sentence of an answer or a solution, in any file', () => {
  // a build takes a minute; after `npm test` has made it, no time
  test.setTimeout(600_000);
  build(prepare(), { edition: 'student' });
  const secrets = withheld();
  expect(secrets.length).toBeGreaterThan(600);
  expect(leaks('.out/student', secrets)).toEqual([]);
  // the same search finds every one of them in the open edition, so it would have found them here
  const found = leaks('.out/site', secrets).join('\n');
  expect(secrets.filter(({ words }) => !found.includes(`«${words}»`))).toEqual([]);
});
