/** Brings the figure of a link such as `#lamp?v=1&w=1.5` into view; browsers look for the whole fragment. */
export function showLinkedFigure(): void {
  const show = (): void => {
    const [id = '', query] = window.location.hash.slice(1).split('?');
    if (query === undefined) return;
    document.getElementById(id)?.scrollIntoView();
  };
  window.addEventListener('hashchange', show);
  show();
}
