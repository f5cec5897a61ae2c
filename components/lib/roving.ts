import type { Attachment } from 'svelte/attachments';

const STOPS = '[data-stop]';

/**
 * Makes one tab stop of many: inside, the arrow keys go to the nearest stop that lies in their
 * direction on the screen, Home and End to the first and last. A stop is an element with `data-stop`.
 */
export const roving: Attachment<Element> = (group) => {
  const stops = (): (HTMLElement | SVGElement)[] => [
    ...group.querySelectorAll<HTMLElement | SVGElement>(STOPS),
  ];
  const take = (stop: Element): void => {
    for (const other of stops()) other.setAttribute('tabindex', other === stop ? '0' : '-1');
  };
  const focusin = (event: Event): void => {
    const stop = event.target instanceof Element ? event.target.closest(STOPS) : null;
    if (stop !== null) take(stop);
  };
  const keydown = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || !(event.target instanceof Element)) return;
    const from = event.target.closest(STOPS);
    const next = from === null ? undefined : nextStop(stops(), from, event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  group.addEventListener('focusin', focusin);
  group.addEventListener('keydown', keydown);
  const [first] = stops();
  if (first !== undefined) take(first);
  return () => {
    group.removeEventListener('focusin', focusin);
    group.removeEventListener('keydown', keydown);
  };
};

function nextStop<Stop extends Element>(
  stops: readonly Stop[],
  from: Element,
  key: string,
): Stop | undefined {
  if (key === 'Home') return stops[0];
  if (key === 'End') return stops.at(-1);
  const centre = middle(from);
  const distance = (stop: Stop): number => {
    const [dx, dy] = [middle(stop).x - centre.x, middle(stop).y - centre.y];
    const ways: Record<string, readonly [ahead: number, aside: number]> = {
      ArrowRight: [dx, dy],
      ArrowLeft: [-dx, dy],
      ArrowDown: [dy, dx],
      ArrowUp: [-dy, dx],
    };
    const [ahead, aside] = ways[key] ?? [0, 0];
    // what lies straight ahead comes before what is nearer but aside
    return ahead > 1 ? ahead + 3 * Math.abs(aside) : Infinity;
  };
  let best: { stop: Stop; distance: number } | undefined;
  for (const stop of stops) {
    const found = stop === from ? Infinity : distance(stop);
    if (found < (best?.distance ?? Infinity)) best = { stop, distance: found };
  }
  return best?.stop;
}

function middle(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
