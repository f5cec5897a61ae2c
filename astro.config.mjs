import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { katexPlugin } from './src/lib/katex-plugin.ts';
import { punctuationPlugin } from './src/lib/keep-punctuation.ts';
import { searchIndex } from './src/lib/search/integration.ts';
import { oneSheet } from './src/lib/one-sheet.ts';
import { pictures } from './src/lib/pictures/integration.ts';

const engine = fileURLToPath(new URL('./engine/', import.meta.url));

export default defineConfig({
  base: process.env.BASE_PATH ?? '/',
  outDir: './.out/site',
  cacheDir: './.out/cache',
  publicDir: './src/public',
  trailingSlash: 'always',
  // inlined style sheets and fonts would need exceptions in the policy below
  build: { inlineStylesheets: 'never' },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // a page loads the cells and operations that its figures run, and no others
      rolldownOptions: {
        treeshake: { moduleSideEffects: (id) => (id.startsWith(engine) ? false : undefined) },
      },
    },
    plugins: [punctuationPlugin],
  },
  markdown: {
    // the default highlighter writes inline styles
    syntaxHighlight: 'prism',
    processor: satteri({
      features: { math: true, smartPunctuation: false },
      hastPlugins: [katexPlugin],
    }),
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      // the kernel of products is WebAssembly; this lets no JavaScript be made from text
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }] },
    },
  },

  integrations: [mdx(), svelte(), pictures(), oneSheet, searchIndex],
});
