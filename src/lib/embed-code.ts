import { stateOf } from '#components/lib/permalink.svelte.ts';
import { frameCode } from './frame-code.ts';

/** What a figure needs above and below itself in a frame of its own: edge and line of origin. */
const AROUND = 72;

/** The frame of a figure as it stands on the page, with the state it is in; its button says of which book, and where. */
export function frameOf(
  figure: HTMLElement,
  { embed: path = '', book = '' }: Readonly<DOMStringMap>,
): string {
  const state = stateOf(figure.id);
  const query = state === undefined || state === 'v=1' ? '' : `?${state}`;
  const caption = figure.querySelector('figcaption');
  const number = caption?.querySelector('.figure-number')?.textContent ?? '';
  return frameCode({
    address: `${figure.ownerDocument.location.origin}${path}${query}`,
    title: `${number} ${book}`.trim(),
    height: Math.ceil(figure.getBoundingClientRect().height) + AROUND,
  });
}

/** Says behind a button that the code was copied; or shows it, where the clipboard is closed. */
export function showCopied(button: HTMLElement, text: string): void {
  const page = button.ownerDocument;
  const before = button.nextElementSibling;
  const outcome = before?.getAttribute('role') === 'status' ? before : page.createElement('span');
  outcome.setAttribute('role', 'status');
  // the region stands before its words come, so that screen readers announce them
  button.after(outcome);
  if (text === '') return outcome.replaceChildren('Code of the frame copied.');
  const field = page.createElement('input');
  field.readOnly = true;
  field.value = text;
  field.setAttribute('aria-label', 'Code of the frame');
  outcome.replaceChildren('Copy this code: ', field);
}
