import { describe, expect, test } from 'vitest';
import { nearestPage } from '#src/lib/nearest-page.ts';

const CANDIDATES = ['recurrence', 'unrolling', 'bptt', 'glossary', 'lamp'].map((name) => ({
  name,
  address: `/${name}/`,
  title: name,
}));

describe('nearestPage', () => {
  test.each([
    ['/recurence/', 'recurrence'],
    ['/book/Recurrence', 'recurrence'],
    ['/chapters/02-unrolling.html', 'unrolling'],
    ['/figures/lampe/', 'lamp'],
    ['/glosary', 'glossary'],
    ['/bptt/lampp/', 'lamp'],
  ])('takes %s for %s', (path, name) => {
    expect(nearestPage(path, CANDIDATES)?.name).toBe(name);
  });

  test.each(['/', '/wp-login.php', '/%%%/'])('takes %s for nothing', (path) => {
    expect(nearestPage(path, CANDIDATES)).toBeUndefined();
  });
});
