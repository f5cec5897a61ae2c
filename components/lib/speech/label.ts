/** Signs that a label may have, beside letters. */
const SIGNS: readonly (readonly [sign: string, words: string])[] = [
  ['\u0302', ' hat'],
  ['\u0303', ' tilde'],
  ['ᵀ', ' transpose'],
  ['\u2011', ' '],
  ['^', ' super '],
  ['varepsilon', 'epsilon'],
  [' + ', ' plus '],
];

/** Returns a label of a figure in the words of formulas: W_xh is «W x h», b_ih + b_hh «b i h plus b h h». */
export function spokenLabel(label: string): string {
  // one or two letters below are a name of their own each, more are a word: h_star
  const words = label.replaceAll(/_([\p{Letter}\p{Number}]+)/gu, (_, below: string) =>
    below.length > 2 ? ` ${below}` : ` ${[...below].join(' ')}`,
  );
  return SIGNS.reduce((text, [sign, said]) => text.replaceAll(sign, said), words).replaceAll(
    /\s+/g,
    ' ',
  );
}
