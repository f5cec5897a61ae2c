import { chosen, setConvention } from '#components/lib/convention.svelte.ts';
import type { Convention } from '#components/lib/convention.ts';
import { keep, recall } from '#components/lib/device-store.ts';
import { inConvention } from './in-convention.ts';

const KEY = 'notation';
/** The letters of a fork, which count while the reader chose no others. */
const OWN_LETTERS = 'book';

/** The conventions that a page carries, from the list that it brings along. */
function sent(page: Document): Convention[] {
  const list = page.querySelector('[data-conventions]')?.textContent ?? '[]';
  return JSON.parse(list) as Convention[];
}

/** The id of the convention chosen on this device; empty for the book's own. */
const chosenNotation = (): string => recall(KEY) ?? '';

/** Lets the buttons of the header choose a convention, and shows the one that was chosen before. */
export function offerNotations(page: Document): void {
  const choice = page.getElementById('notation-choice');
  const buttons = [...(choice?.querySelectorAll<HTMLElement>('[data-notation-choice]') ?? [])];

  function show(): void {
    void showNotation(page);
    for (const button of buttons)
      button.ariaPressed = String(button.dataset['notationChoice'] === chosenNotation());
  }

  for (const button of buttons)
    button.addEventListener('click', () => {
      const id = button.dataset['notationChoice'] ?? '';
      keep(KEY, id === '' ? null : id);
      show();
      choice?.hidePopover();
    });
  // another tab of the book chose
  window.addEventListener('storage', show);
  show();
}

/**
 * Writes all formulas of a page, those that come later too, in the convention chosen on this device.
 * KaTeX is fetched when it is first needed: the pages are made without it.
 */
export async function showNotation(page: Document): Promise<void> {
  const id = chosenNotation() || OWN_LETTERS;
  const wanted = sent(page).find((convention) => convention.id === id) ?? null;
  if (wanted === null && chosen.convention === null) return;
  setConvention(wanted);
  await rewrite(page.body);
  observer ??= watch(page);
}

let observer: MutationObserver | undefined;

/** Formulas of answers, hints and figures come while one reads. */
function watch(page: Document): MutationObserver {
  const watching = new MutationObserver((changes) => {
    const fresh = changes.flatMap(({ addedNodes }) => [...addedNodes]);
    for (const node of fresh) if (node instanceof Element) void rewrite(node.parentElement ?? node);
  });
  watching.observe(page.body, { childList: true, subtree: true });
  return watching;
}

async function rewrite(root: Element): Promise<void> {
  const { convention } = chosen;
  const wanted = convention?.id ?? '';
  const stale = [...root.querySelectorAll<HTMLElement>('.katex[data-tex]')].filter(
    (formula) => (formula.dataset['convention'] ?? '') !== wanted,
  );
  if (stale.length === 0) return;
  const { typeset } = await import('#components/lib/typeset.ts');
  for (const formula of stale) {
    const tex = formula.dataset['tex'] ?? '';
    const isDisplayed = formula.parentElement?.classList.contains('katex-display') === true;
    const html = typeset(convention === null ? tex : inConvention(tex, convention), isDisplayed);
    const template = document.createElement('template');
    template.innerHTML = html;
    const fresh = template.content.querySelector<HTMLElement>('.katex');
    if (fresh === null) continue;
    // the book's own TeX stays, for the next choice
    fresh.dataset['tex'] = tex;
    fresh.dataset['convention'] = wanted;
    formula.replaceWith(fresh);
  }
}
