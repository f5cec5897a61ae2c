/** A quantity that the reader points at: its name, and how many steps before the shown one. */
export interface Highlight {
  readonly q: string;
  readonly lag: number;
}

const shared = $state<{ current: Highlight | null }>({ current: null });

/** What is lit now, the same for all figures and formulas of a page. */
export const highlight = {
  get current(): Highlight | null {
    return shared.current;
  },
};

/** Lights a quantity in formulas, pictures, tables and listings alike. */
export function setHighlight(next: Highlight): void {
  shared.current = next;
}

export function clearHighlight(): void {
  shared.current = null;
}

/** True where a figure that shows step `shown` has to light quantity `q` at `t`. */
export function isLit(q: string | undefined, t: number | undefined, shown: number): boolean {
  const current = shared.current;
  if (current === null || q === undefined || current.q !== q) return false;
  return t === undefined || t === shown - current.lag;
}
