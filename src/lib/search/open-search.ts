import { flushSync, mount } from 'svelte';
import type { Place } from '#components/lib/search/place.ts';
import type { Found } from '#components/lib/search/search.ts';
import Search from '#components/widgets/Search.svelte';
import { href } from '#src/lib/address.ts';
import { openKeys } from '../open-keys.ts';
import { passOn, showFound } from './show-found.ts';

interface Sheet {
  open: (question?: string) => void;
}

let sheet: Sheet | undefined;

/** Opens the search over the page; its parts and the index are fetched when it opens first. */
export function openSearch(question?: string): void {
  if (sheet === undefined) {
    sheet = mount(Search, {
      target: document.body,
      props: {
        load,
        href,
        follow: ({ place, words }: Found) => {
          passOn(place.path, words);
          // a place of this very page shows at once, after the address has changed
          setTimeout(() => showFound(document));
        },
        showKeys: openKeys,
      },
    }) as Sheet;
    // the sheet has to be in the page before it can be shown
    flushSync();
  }
  sheet.open(question);
}

async function load(): Promise<Place[]> {
  const answer = await fetch(href('/search.json'));
  if (!answer.ok) throw new Error(`search.json: ${answer.status}`);
  return (await answer.json()) as Place[];
}
