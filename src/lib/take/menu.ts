import { WAYS, type Citable } from '../cite-as.ts';
import { csvOf, jsonOf } from './numbers.ts';
import { pictureOf, pngOf } from './picture.ts';

/** Puts into an opened menu what its figure can be taken along as. */
export function fillMenu(menu: HTMLDetailsElement): void {
  const figure = menu.closest<HTMLElement>('figure');
  if (figure === null) return;
  const work = JSON.parse(menu.dataset['cite'] ?? '{}') as Citable;
  const name = work.key;
  const words = [captionOf(figure), WAYS['Plain']?.(work).trim() ?? ''];
  const shown = document.createElement('pre');
  shown.tabIndex = 0;
  shown.hidden = true;
  const said = document.createElement('p');
  said.setAttribute('role', 'status');

  const files = row('As a file');
  files.append(
    button('SVG', () => saveText(`${name}.svg`, 'image/svg+xml', pictureOf(figure, words))),
    button('PNG', async () => save(`${name}.png`, await pngOf(pictureOf(figure, words)))),
    button('CSV', () => saveText(`${name}.csv`, 'text/csv', csvOf(figure))),
    button('JSON', () => saveText(`${name}.json`, 'application/json', jsonOf(figure, work, words))),
  );
  const citations = row('Cite it');
  for (const [way, write] of Object.entries(WAYS))
    citations.append(
      button(way, async () => {
        shown.textContent = write(work);
        shown.hidden = false;
        said.textContent = (await copied(write(work))) ? 'Copied.' : 'Copy this:';
      }),
    );
  menu.append(files, citations, said, shown);
}

/** The caption as text, a formula as it reads in one line. */
function captionOf(figure: HTMLElement): string {
  const copy = figure.querySelector('figcaption')?.cloneNode(true) as HTMLElement | undefined;
  copy?.querySelectorAll('.figure-links, .katex-mathml, .card').forEach((part) => part.remove());
  return (copy?.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
}

function row(label: string): HTMLElement {
  const made = document.createElement('div');
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', label);
  const words = document.createElement('span');
  words.textContent = label;
  words.ariaHidden = 'true';
  made.append(words);
  return made;
}

function button(name: string, act: () => unknown): HTMLButtonElement {
  const made = document.createElement('button');
  [made.type, made.className, made.textContent] = ['button', 'quiet', name];
  made.addEventListener('click', () => void act());
  return made;
}

const copied = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

const saveText = (name: string, type: string, text: string): void =>
  save(name, new Blob([text], { type }));

function save(name: string, file: Blob): void {
  const link = document.createElement('a');
  [link.href, link.download] = [URL.createObjectURL(file), name];
  link.click();
  URL.revokeObjectURL(link.href);
}
