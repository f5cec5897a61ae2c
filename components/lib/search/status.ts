import type { Group } from './groups.ts';

/** What the search says of itself below its field. */
export function statusOf(
  query: string,
  stage: 'failed' | 'fetching' | 'ready',
  groups: readonly Group[],
): string {
  if (stage === 'failed')
    return 'The index of the book could not be fetched. Without a network, the glossary may help.';
  if (query.trim() === '') return 'Words, symbols such as W_hh, or numbers such as figure 1.4.';
  if (stage === 'fetching') return 'Fetching the index …';
  const shown = groups.reduce((sum, { found }) => sum + found.length, 0);
  if (shown === 0) return 'Nothing in the book answers to this. Fewer or other words may.';
  return `${counted(shown, 'place')} in ${counted(groups.length, 'part')} of the book`;
}

const counted = (count: number, thing: string): string =>
  `${count} ${count === 1 ? thing : `${thing}s`}`;
