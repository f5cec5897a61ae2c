import { isKept } from '#components/lib/device-store.ts';
import {
  chosenPreferences,
  choosePreferences,
  parsePreferences,
  preferences,
  showPreferences,
  unchanged,
  type Preference,
} from './preferences.ts';

/** Makes the panel of a page choose and show what the reader prefers. */
export function readingPanel(page: Document): void {
  const buttons = [...page.querySelectorAll<HTMLButtonElement>('[data-preference]')];
  const note = page.querySelector('[data-reading-note]');

  function mark(): void {
    const chosen = chosenPreferences();
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(chosen[nameOf(button)] === button.value));
  }

  function choose(changed: object): void {
    choosePreferences(parsePreferences(JSON.stringify({ ...chosenPreferences(), ...changed })));
    mark();
    if (note !== null)
      note.textContent = isKept('preferences.v1')
        ? ''
        : 'This browser lets the book keep nothing, so this holds for this page alone.';
  }

  for (const button of buttons)
    button.addEventListener('click', () => choose({ [nameOf(button)]: button.value }));
  page
    .querySelector('[data-preferences-reset]')
    ?.addEventListener('click', () => choose(unchanged));
  // another tab of the book chose
  window.addEventListener('storage', () => {
    showPreferences(chosenPreferences());
    mark();
  });
  mark();
}

const nameOf = (button: HTMLButtonElement): Preference =>
  (Object.keys(preferences) as Preference[]).find(
    (name) => name === button.dataset['preference'],
  ) ?? 'theme';
