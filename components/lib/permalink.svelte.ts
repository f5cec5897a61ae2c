import { onMount } from 'svelte';
import { decodeSettings, defaults, encodeSettings, type Table, type Values } from './settings.ts';

/** A widget's settings, tied to the link of its figure. */
export interface Permalink<T extends Table> {
  /** Read and written by the widget; the link follows. */
  readonly values: Values<T>;
  /** What was wrong with the link that opened the page, in sentences. */
  readonly problems: readonly string[];
  /** True where something is not at its default. */
  readonly isChanged: boolean;
  /** The address of this very state. */
  link(): string;
  /** Back to the defaults; notices go too. */
  reset(): void;
}

/**
 * Ties a table of settings to links of the form `#figureId?v=1&key=value`. The link is read when the
 * widget wakes up and whenever the address changes; it is written only when the reader asks for it.
 */
export function usePermalink<const T extends Table>(figureId: string, table: T): Permalink<T> {
  const values = $state(defaults(table)) as Values<T>;
  let problems = $state<string[]>([]);

  function read(): void {
    const query = queryOf(figureId, window.location.hash);
    if (query === undefined) return;
    const decoded = decodeSettings(table, query);
    Object.assign(values, decoded.values);
    problems = decoded.problems;
  }

  onMount(() => {
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  });

  return {
    values,
    get problems() {
      return problems;
    },
    get isChanged() {
      return encodeSettings(table, values) !== 'v=1';
    },
    link() {
      const { origin, pathname, search } = window.location;
      return `${origin}${pathname}${search}#${figureId}?${encodeSettings(table, values)}`;
    },
    reset() {
      Object.assign(values, defaults(table));
      problems = [];
    },
  };
}

/** What follows «?» in a fragment of this figure, else undefined. */
function queryOf(figureId: string, hash: string): string | undefined {
  const start = `#${figureId}?`;
  return hash.startsWith(start) ? hash.slice(start.length) : undefined;
}
