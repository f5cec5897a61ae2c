import { keep, recall } from '#components/lib/device-store.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/**
 * Script that sets a chosen theme before the first paint, so that no page flashes in the other one.
 * It stands inline in the head; `Page.astro` gives its hash to the content security policy.
 */
export const earlyTheme =
  "try{const t=localStorage.getItem('unrolled:theme');" +
  "if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";

/** The theme a reader chose on this device; `system` where none was chosen. */
export function chosenTheme(): Theme {
  const kept = recall('theme');
  return themes.find((theme) => theme === kept) ?? 'system';
}

/** Shows the page in `theme` and keeps the choice on this device. */
export function chooseTheme(theme: Theme): void {
  keep('theme', theme === 'system' ? null : theme);
  showTheme(theme);
}

/** Shows the page in `theme`. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
