import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', '**/node_modules/**'],
    // the whole book is read in two seconds, on a machine that has time; hanging is what this finds
    testTimeout: 240_000,
  },
});
