/** Lets readers take figures along. What it needs is fetched when they first ask. */
export function offerFigures(page: Document): void {
  for (const menu of page.querySelectorAll<HTMLDetailsElement>('details[data-take]'))
    menu.addEventListener('toggle', () => void fill(menu), { once: true });
}

async function fill(menu: HTMLDetailsElement): Promise<void> {
  const { fillMenu } = await import('./menu.ts');
  fillMenu(menu);
}
