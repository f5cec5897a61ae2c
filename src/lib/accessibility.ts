import manifest from '../../package.json' with { type: 'json' };

/** What the page about accessibility says was checked, and the browser tests do check. */
export const accessibility = {
  standard: 'WCAG 2.2, level AA',
  /** Day on which the page was last compared with the book and all its tests. */
  checked: '2026-11-21',
  axe: manifest.devDependencies['axe-core'],
  /** Tags of the rules of axe; no rule of theirs is switched off. */
  rules: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  themes: ['light', 'dark'],
  /** Widths at which axe looks, in pixels. */
  looksAt: [1280, 360],
  /** Widths of windows, in pixels, at which no page may scroll sideways. */
  widths: [320, 360, 768, 1024, 1360],
} as const;
