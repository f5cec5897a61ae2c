import { bodyOf, type Node } from './node.ts';
import type { Item } from './sentence.ts';
import { FUNCTIONS, LETTERS, RANGED } from './words.ts';

/** A function with a name, or a sum, which waits for its range. */
export function named(node: Node): Item {
  const name = node.name?.replace('\\', '') ?? bodyOf(node).map(letterOf).join('');
  const ranged = RANGED[node.name ?? ''];
  if (ranged !== undefined) return { kind: 'prefix', say: `${ranged} of` };
  return { kind: 'function', say: FUNCTIONS[name] ?? name };
}

const letterOf = (node: Node): string =>
  node.text === '\\_' ? ' ' : (node.text ?? bodyOf(node).map(letterOf).join(''));

/** Letters set upright or as text are a word; one letter in bold is that letter. */
export const wordOf = (node: Node): string => {
  const word = letterOf(node).trim();
  return LETTERS[word] ?? word.replace('\\', '');
};
