import { keep, prefix, recall } from '#components/lib/device-store.ts';

/** How a reader may have the book, in the order in which it is offered. */
export const preferences = {
  theme: ['system', 'light', 'dark'],
  /** Letters, in per cent of the book's own. */
  size: ['100', '125', '150', '175', '200'],
  line: ['narrow', 'normal', 'wide'],
  motion: ['system', 'reduced'],
} as const;

export type Preference = keyof typeof preferences;
export type Preferences = { readonly [Name in Preference]: (typeof preferences)[Name][number] };

const KEY = 'preferences.v1';
const names = Object.keys(preferences) as Preference[];

/** How the book comes. */
export const unchanged: Preferences = {
  theme: 'system',
  size: '100',
  line: 'normal',
  motion: 'system',
};

/**
 * Script that sets what was chosen before the first paint, so that no page flashes or jumps. It stands
 * inline in the head; `Page.astro` gives its hash to the content security policy. A value that no
 * style knows changes nothing.
 */
export const earlyPreferences =
  `try{const p=JSON.parse(localStorage.getItem('${prefix}${KEY}'));` +
  `for(const n of ${JSON.stringify(names)})` +
  'if(p[n])document.documentElement.dataset[n]=p[n]}catch{}';

/** Preferences as kept; whatever is missing, unknown or illegible is as the book comes. Never throws. */
export function parsePreferences(text: string | null): Preferences {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '{}');
  } catch {
    return unchanged;
  }
  if (typeof kept !== 'object' || kept === null) return unchanged;
  const written = new Map<string, unknown>(Object.entries(kept));
  const known = names.filter((name) => isChoice(name, written.get(name)));
  return { ...unchanged, ...Object.fromEntries(known.map((name) => [name, written.get(name)])) };
}

/** What the device keeps of preferences: those that were changed, or null if none was. */
export function writePreferences(chosen: Preferences): string | null {
  const changed = names.filter((name) => chosen[name] !== unchanged[name]);
  if (changed.length === 0) return null;
  return JSON.stringify(Object.fromEntries(changed.map((name) => [name, chosen[name]])));
}

/** What the reader chose on this device. */
export const chosenPreferences = (): Preferences => parsePreferences(recall(KEY));

/** Keeps preferences on this device and shows the page so. */
export function choosePreferences(chosen: Preferences): void {
  keep(KEY, writePreferences(chosen));
  showPreferences(chosen);
}

/** Shows the page as preferred: the styles read the attributes of its root. */
export function showPreferences(chosen: Preferences): void {
  const root = document.documentElement;
  for (const name of names)
    if (chosen[name] === unchanged[name]) root.removeAttribute(`data-${name}`);
    else root.setAttribute(`data-${name}`, chosen[name]);
}

function isChoice(name: Preference, value: unknown): boolean {
  return (preferences[name] as readonly unknown[]).includes(value);
}
