import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';

const fork = mkdtempSync(join(tmpdir(), 'course-'));
mkdirSync(join(fork, 'content/local'), { recursive: true });
symlinkSync(join(process.cwd(), 'content/course.yaml'), join(fork, 'content/course.yaml'));
vi.spyOn(process, 'cwd').mockReturnValue(fork);
afterAll(() => rmSync(fork, { recursive: true }));
beforeEach(() => vi.resetModules());

const course = async (text: string) => {
  writeFileSync(join(fork, 'content/local/course.yaml'), text);
  const { readCourse } = await import('#src/lib/course.ts');
  return readCourse();
};

test('a fork that does not say where it stands has no address, and knows that of the original', async () => {
  const { title, address, origin } = await course('title: Mine\n');
  expect(title).toBe('Mine');
  expect(address).toBeUndefined();
  expect(origin?.address).toMatch(/^https:/);
});

test('a fork stands where it says', async () => {
  expect((await course('address: https://ada.example/\n')).address).toBe('https://ada.example/');
});
