/** Lets every button «Embed» of a page copy its figure, in the state it is in, as a frame for another page. */
export function offerEmbeds(page: Document): void {
  for (const button of page.querySelectorAll<HTMLElement>('button[data-embed]'))
    button.addEventListener('click', () => void offer(button));
}

/** What makes the frame is fetched by the first click. */
async function offer(button: HTMLElement): Promise<void> {
  const figure = button.closest<HTMLElement>('[data-figure]');
  if (figure === null) return;
  const { frameOf, showCopied } = await import('./embed-code.ts');
  showCopied(button, await copied(frameOf(figure, button.dataset)));
}

/** What to show: nothing where the clipboard took the text, else the text itself. */
async function copied(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return '';
  } catch {
    return text;
  }
}
