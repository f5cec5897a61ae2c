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

/** The states of the figures that are awake, by id; what shares a figure asks here. */
const states = new Map<string, () => string>();

/** What a link to a figure carries after «?», or undefined while the figure is asleep. */
export const stateOf = (figureId: string): string | undefined => states.get(figureId)?.();

/**
 * Ties a table of settings to links of the form `#figureId?v=1&key=value`. The link is read when the
 * widget wakes up and whenever the address changes; it is written only when the reader asks for it.
 * `first`, as a link has it, takes the place of the defaults where no link says otherwise.
 * On the page that shows the figure alone the state stands in the query: `/embed/figureId/?v=1&key=value`.
 */
export function usePermalink<const T extends Table>(
  figureId: string,
  table: T,
  first = '',
): Permalink<T> {
  const start = decodeSettings(table, first);
  const values = $state(start.values) as Values<T>;
  let problems = $state<string[]>(start.problems);

  function read(): void {
    const query = queryOf(figureId, window.location);
    if (query === undefined) return;
    const decoded = decodeSettings(table, query);
    Object.assign(values, decoded.values);
    problems = decoded.problems;
  }

  onMount(() => {
    read();
    window.addEventListener('hashchange', read);
    states.set(figureId, () => encodeSettings(table, values));
    return () => {
      window.removeEventListener('hashchange', read);
      states.delete(figureId);
    };
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

/** What the address says of this figure, else undefined. */
function queryOf(figureId: string, { pathname, search, hash }: Location): string | undefined {
  const start = `#${figureId}?`;
  if (hash.startsWith(start)) return hash.slice(start.length);
  const isAlone = pathname.endsWith(`/embed/${figureId}/`);
  return isAlone && search.length > 1 ? search.slice(1) : undefined;
}
