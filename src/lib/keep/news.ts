import { keep, recall } from '#components/lib/device-store.ts';
import { KeepFailure } from './download.ts';
import { keepThisBook, keptList, rootOf } from './keeper.ts';
import { readNotice } from './list.ts';

/** Shows one line where this device keeps an older version than is published; the reader decides. */
export async function announceNews(line: HTMLElement): Promise<void> {
  const base = rootOf(line.ownerDocument);
  const [notice, kept] = await Promise.all([readNotice(base), keptList(base)]);
  if (notice === undefined || notice.off || kept === undefined) return;
  const { version } = notice;
  if (version === kept.version || recall('later') === version) return;

  const words = line.querySelector('p');
  const buttons = line.querySelectorAll('button');
  const say = (sentence: string): void => {
    if (words !== null) words.textContent = sentence;
  };

  async function read(): Promise<void> {
    for (const button of buttons) button.disabled = true;
    try {
      await keepThisBook(base, new AbortController().signal, (share) =>
        say(`Fetching the new version: ${Math.floor(share * 100)} %`),
      );
      location.reload();
    } catch (error) {
      if (!(error instanceof KeepFailure)) throw error;
      say(`${error.message} The version that you keep is still whole.`);
      for (const button of buttons) button.disabled = false;
    }
  }

  function show(isShown: boolean): void {
    line.hidden = !isShown;
    line.ownerDocument.documentElement.toggleAttribute('data-news-shown', isShown);
  }

  function putOff(): void {
    keep('later', version);
    show(false);
  }

  line.querySelector('[data-read]')?.addEventListener('click', () => void read());
  line.querySelector('[data-later]')?.addEventListener('click', putOff);
  show(true);
  say('This book has a new version.');
}
