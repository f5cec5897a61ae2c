import { FORGOTTEN, placeToGoOn, readingProgress, type Place } from './reading-progress.ts';

interface Link extends Place {
  readonly name: string;
  readonly href: string;
}

/** Offers the section where the reader stopped, while there is one. */
export function offerToGoOn(page: Document): void {
  for (const line of page.querySelectorAll<HTMLElement>('[data-continue]')) {
    show(line);
    page.addEventListener(FORGOTTEN, () => show(line));
  }
}

function show(line: HTMLElement): void {
  const chain = JSON.parse(line.querySelector('script')?.textContent ?? '[]') as Link[];
  const here = placeToGoOn(readingProgress(), chain);
  const link = line.querySelector('a');
  line.hidden = here === undefined;
  if (here === undefined || link === null) return;
  link.textContent = here.name;
  link.href = here.href;
}
