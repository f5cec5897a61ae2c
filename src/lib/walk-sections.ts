/** Where the last walk ended, as long as nobody scrolls: a short last section never comes up to the line. */
let last: { readonly heading: HTMLElement; readonly y: number } | undefined;

/** Goes to the next section (1) or back (−1), and beyond the first and the last to the neighbouring chapter. */
export function walkSections(page: Document, way: 1 | -1): void {
  const headings = [...page.querySelectorAll<HTMLElement>('main h2[id]')];
  const isWhereLeft = last !== undefined && Math.abs(window.scrollY - last.y) < 2;
  const here = isWhereLeft
    ? headings.findIndex((heading) => heading === last?.heading)
    : headings.findLastIndex((heading) => offset(heading) < 2);
  const current = headings[here];
  // back from the midst of a section is its beginning
  const isPast = !isWhereLeft && current !== undefined && offset(current) < -2;
  const next = way === -1 && isPast ? current : headings[here + way];
  if (next !== undefined) goTo(next);
  else if (way === -1 && here >= 0) window.scrollTo(0, 0);
  else page.querySelector<HTMLAnchorElement>(`main a[rel=${way === 1 ? 'next' : 'prev'}]`)?.click();
}

/** How far a heading stands below the line to which the browser scrolls it. */
function offset(heading: HTMLElement): number {
  const line = getComputedStyle(heading.ownerDocument.documentElement).scrollPaddingTop;
  const margin = getComputedStyle(heading).scrollMarginTop;
  return (
    heading.getBoundingClientRect().top - Number.parseFloat(line || '0') - Number.parseFloat(margin)
  );
}

function goTo(heading: HTMLElement): void {
  // the address follows, but a walk fills no history
  heading.ownerDocument.location.replace(`#${heading.id}`);
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  last = { heading, y: window.scrollY };
}
