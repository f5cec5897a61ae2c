import { KeepFailure } from './download.ts';
import { canKeep, keepThisBook, keptList, letGo, rootOf, tidy } from './keeper.ts';
import { megabytes, readNotice } from './list.ts';

/** What the panel can show; each part of it names in `data-in` the states that it belongs to. */
type State = 'waiting' | 'impossible' | 'offered' | 'fetching' | 'kept' | 'old';

/** Makes the panel of the page keep the book, tell how far it is, stop, and let go again. */
export async function keepPanel(panel: HTMLElement): Promise<void> {
  const base = rootOf(panel.ownerDocument);
  const parts = [...panel.querySelectorAll<HTMLElement>('[data-in]')];
  const said = panel.querySelector('[data-said]');
  const bar = panel.querySelector('progress');
  let stop = new AbortController();

  function show(state: State): void {
    for (const part of parts) part.hidden = !part.dataset['in']?.split(' ').includes(state);
  }

  function say(sentence: string): void {
    if (said !== null) said.textContent = sentence;
  }

  function write(name: string, text: string): void {
    for (const place of panel.querySelectorAll(`[data-fact="${name}"]`)) place.textContent = text;
  }

  async function look(): Promise<void> {
    const [notice, kept] = await Promise.all([readNotice(base), keptList(base)]);
    const published = notice?.off === false ? notice : undefined;
    const known = published ?? kept;
    if (known !== undefined) write('size', megabytes(known.bytes));
    if (kept !== undefined) {
      write('version', kept.version);
      return show(published !== undefined && published.version !== kept.version ? 'old' : 'kept');
    }
    if (published !== undefined) return show('offered');
    say(
      notice?.off === true
        ? 'Keeping the book is switched off at present.'
        : 'What the book needs is not known: there is no network, or this copy was not published.',
    );
    show('impossible');
  }

  async function fetchBook(): Promise<void> {
    stop = new AbortController();
    say('');
    show('fetching');
    let shown = -1;
    try {
      await keepThisBook(base, stop.signal, (share) => {
        if (bar !== null) bar.value = share;
        const tenths = Math.floor(share * 10);
        // a screen reader is told every tenth, not every file
        if (tenths > shown) say(`${tenths * 10} % is here.`);
        shown = tenths;
      });
      say('The whole book is on this device.');
    } catch (error) {
      if (!(error instanceof KeepFailure)) throw error;
      say(error.message);
    }
    await look();
  }

  async function remove(): Promise<void> {
    await letGo(base);
    say('The book is no longer kept on this device.');
    await look();
  }

  const acts = { fetch: fetchBook, stop: () => stop.abort(), remove };
  for (const [name, act] of Object.entries(acts))
    for (const button of panel.querySelectorAll(`[data-act="${name}"]`))
      button.addEventListener('click', () => void act());

  if (!canKeep()) {
    say('This browser cannot keep a book from this address: it has no offline storage here.');
    return show('impossible');
  }
  await tidy(base);
  await look();
}
