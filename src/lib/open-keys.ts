import { flushSync, mount } from 'svelte';
import KeyHelp from '#components/widgets/KeyHelp.svelte';

let sheet: { open: () => void } | undefined;

/** Opens the list of keys over the page. */
export function openKeys(): void {
  if (sheet === undefined) {
    sheet = mount(KeyHelp, { target: document.body }) as { open: () => void };
    // the sheet has to be in the page before it can be shown
    flushSync();
  }
  sheet.open();
}
