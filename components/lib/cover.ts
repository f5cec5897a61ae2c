import { recall } from './device-store.ts';

/** What a prediction tells the page when the reader commits, skips, or wants to be asked again. */
export const COMMITTED = 'predict:committed';

/**
 * Covers every figure that would give the answer to a prediction away, until the reader commits, skips or
 * lifts the cover. Without scripts, on paper and behind a link to the figure nothing is covered.
 */
export function coverFigures(page: Document): void {
  for (const prediction of page.querySelectorAll<HTMLElement>('[data-covers]')) {
    const figure = page.getElementById(prediction.dataset['covers'] ?? '');
    if (figure === null) continue;
    const isLinked = page.location.hash.slice(1).split('?')[0] === figure.id;
    if (!isLinked && recall(`predict:${prediction.id}`) === null) cover(figure, prediction.id);
    prediction.addEventListener(COMMITTED, (event) => {
      uncover(figure);
      if (event instanceof CustomEvent && event.detail === false) cover(figure, prediction.id);
    });
  }
}

function cover(figure: HTMLElement, prediction: string): void {
  const page = figure.ownerDocument;
  const name = figure.querySelector('.figure-number')?.textContent.replace(/\.$/, '') ?? 'This';
  const sheet = page.createElement('div');
  sheet.className = 'cover';
  const words = page.createElement('p');
  const link = page.createElement('a');
  link.href = `#${prediction}`;
  link.textContent = 'the question above';
  words.append(`${name} is covered until you have answered `, link, '.');
  const lift = page.createElement('button');
  lift.type = 'button';
  lift.className = 'quiet';
  lift.textContent = 'Lift the cover';
  lift.addEventListener('click', () => {
    uncover(figure);
    figure.tabIndex = -1;
    figure.focus({ preventScroll: true });
  });
  sheet.append(words, lift);
  figure.classList.add('covered');
  figure.append(sheet);
}

function uncover(figure: HTMLElement): void {
  figure.classList.remove('covered');
  figure.querySelector(':scope > .cover')?.remove();
}
