import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of text and of pictures, which kill no mutant of the engine that another test would not. */
const OTHERS = ['notation', 'in-numbers', 'listings', 'settings', 'exercise', 'predict'];

/** What trains or sweeps runs last: the first failure ends the run of a mutant. */
const SLOW = [
  'learning',
  'gated-models',
  'conventions',
  'finite',
  'closed-form',
  'four-roads',
  'program-text',
  'truncated-reader',
  'encoder-decoder',
  'all-programs',
];

class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      SLOW.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    return files.toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  resolve: {
    alias: [
      {
        find: /^(\.|#tests\/laws)\/every-program\.ts$/,
        replacement: fileURLToPath(new URL('every-program.ts', import.meta.url)),
      },
    ],
  },
  test: {
    include: ['tests/{unit,laws,witness,oracle}/**/*.test.ts'],
    exclude: [`tests/unit/{${OTHERS.join(',')}}.test.ts`],
    // modules are read once for all files of a run
    isolate: false,
    sequence: { sequencer: QuickestFirst },
    testTimeout: 60_000,
  },
});
