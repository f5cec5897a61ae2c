/** A key that works anywhere on a page, outside fields. */
export interface Shortcut {
  readonly key: string;
  /** «search the book»: what it does. */
  readonly does: string;
}

/** Every key of its own that the pages listen to; all can be switched off together. */
export const SHORTCUTS = [
  { key: '/', does: 'search the book' },
  { key: 'n', does: 'next section, and from the last one the next chapter' },
  { key: 'p', does: 'previous section, and from the first one the previous chapter' },
  { key: '?', does: 'this list' },
] as const satisfies readonly Shortcut[];
export type ShortcutKey = (typeof SHORTCUTS)[number]['key'];

/** Keys that work where the focus is, and so cannot be switched off. */
export const KEYS_IN_PLACE: readonly Shortcut[] = [
  { key: 'Tab', does: 'next link, button or figure' },
  { key: '← →', does: 'step through a figure; with Home and End to its ends' },
  { key: 'Enter', does: 'press a button, keep a symbol of a formula in the light' },
  { key: 'Esc', does: 'close what is open: a card, a list, the search' },
];
