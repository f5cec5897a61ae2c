const TYPED =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable]';

/** Whether a key press means a shortcut: no modifier, no field that is being written in, no open sheet. */
export function isShortcut(event: KeyboardEvent, key: string): boolean {
  if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.defaultPrevented || event.isComposing) return false;
  const { target } = event;
  return !(target instanceof Element && target.closest(`${TYPED}, dialog`) !== null);
}
