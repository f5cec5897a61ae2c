/**
 * Returns a title as names of files, keys of citations and identifiers may be: «Sequences, spring» → sequences-spring.
 * It begins with a letter, as identifiers in XML have to.
 */
export function fileName(title: string): string {
  const name = title
    .normalize('NFKD')
    // a letter and its accent are two characters now
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return /^[a-z]/.test(name) ? name : `book-${name}`.replace(/-$/, '');
}
