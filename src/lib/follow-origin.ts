import { stateOf } from '#components/lib/permalink.svelte.ts';

/** Lets the line that says where a figure comes from lead to the figure in its present state. */
export function followOrigin(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>('a[data-origin]');
  const place = link?.href ?? '';
  for (const event of ['pointerdown', 'keydown'] as const)
    link?.addEventListener(event, () => {
      const state = stateOf(new URL(place).hash.slice(1));
      link.href = state === undefined || state === 'v=1' ? place : `${place}?${state}`;
    });
}
