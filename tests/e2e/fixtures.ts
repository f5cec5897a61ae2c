import { expect, test as base, type Page } from '@playwright/test';

/** Every browser test fails on an uncaught error, a console error, a bad answer or a third party. */
export const test = base.extend<{ allow: RegExp[]; guard: undefined }>({
  allow: [[], { option: true }],
  page: async ({ page }, use) => {
    const goto = page.goto.bind(page);
    page.goto = async (...args) => {
      const response = await goto(...args);
      await whole(page);
      return response;
    };
    await use(page);
  },
  guard: [
    async ({ page, baseURL, allow }, use) => {
      const problems = watch(page, baseURL ?? '', allow);
      await use(undefined);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Waits until all of a text is laid out, which begins with its first screen. */
export async function whole(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['arriving'] === undefined);
}

/** Collects what goes wrong on a page, for as long as it lives. */
export function watch(page: Page, origin: string, allow: readonly RegExp[] = []): string[] {
  const problems: string[] = [];
  const add = (problem: string): void => {
    if (!allow.some((pattern) => pattern.test(problem))) problems.push(problem);
  };
  page.on('pageerror', ({ message }) => add(`uncaught: ${message}`));
  page.on('crash', () => add('the page crashed'));
  // violations of the content security policy arrive here
  page.on('console', (message) => {
    if (message.type() === 'error') add(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(new URL(origin).origin)) add(`third party: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) add(`${response.status()}: ${response.url()}`);
  });
  return problems;
}
