import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TRANSCENDENTAL = [
  'exp',
  'expm1',
  'log',
  'log1p',
  'log2',
  'log10',
  'pow',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'atan2',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
  'cbrt',
  'hypot',
];

const sameBitsEverywhere = {
  'no-restricted-properties': [
    'error',
    ...TRANSCENDENTAL.map((property) => ({
      object: 'Math',
      property,
      message: 'its last bits differ between browsers; take it from #engine/math/index.ts',
    })),
    { object: 'Math', property: 'random', message: 'use rng(seed).stream(name)' },
    { object: 'Date', property: 'now', message: 'the engine and the figures know no clock' },
    { object: 'performance', property: 'now', message: 'the engine and the figures know no clock' },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: "BinaryExpression[operator='**']",
      message: 'write x * x: ** differs between browsers',
    },
    {
      selector: "CallExpression[callee.property.name='toLocaleString']",
      message: 'use number() of components/lib/format.ts',
    },
    {
      selector: "VariableDeclarator[init.name='Math']",
      message: 'write Math.name in full, so that lint can see it',
    },
  ],
};

export default defineConfig(
  globalIgnores(['.astro', '.out', '.runtime', '**/node_modules']),
  tseslint.configs.strict,
  astro.configs.recommended,
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // indices of flat arrays inside numeric loops (style: the only place for !)
      '@typescript-eslint/no-non-null-assertion': 'off',
      // HTML made from our own formulas at build time
      'svelte/no-at-html-tags': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/require-each-key': 'error',
    },
  },
  { files: ['engine/**', 'components/**', 'content/**'], rules: sameBitsEverywhere },
  { files: ['src/tools/**'], rules: { 'no-console': 'off' } },
);
