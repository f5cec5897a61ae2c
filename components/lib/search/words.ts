const STOPPED = new Set(
  `a about all am an and any are as at be been but by can could did do does doing each for from get gets
  give given had has have how i if in into is it its just like make makes me mean means many much my need of on
  one or our out over own same should so some that the their them then there these they this to too up us use
  used using very was way we were what when where which while who why will with would you your`.split(
    /\s+/,
  ),
);

const NAMES: Readonly<Record<string, string>> = {
  '∂': ' partial ',
  α: ' alpha ',
  β: ' beta ',
  γ: ' gamma ',
  δ: ' delta ',
  ε: ' epsilon ',
  η: ' eta ',
  θ: ' theta ',
  λ: ' lambda ',
  ρ: ' rho ',
  σ: ' sigma ',
  φ: ' phi ',
  '⊙': ' elementwise ',
  ᵀ: ' transpose ',
};

/**
 * Cuts text into words as the index has them: small letters, no accents, symbols with their index
 * in one piece (W_{hh} → w_hh, h_{t-1} → h_t).
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/(\p{Letter})\u0304/gu, '$1 bar ')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[’']s?\b/g, '')
    .replaceAll(/_\{?([a-z0-9]+)[^{}\s]*\}?/g, '_$1')
    .replaceAll(/[\u0370-\u03ff∂⊙ᵀ]/g, (sign) => NAMES[sign] ?? ' ');
  return plain
    .split(/[^\p{Letter}\p{Number}_]+/u)
    .filter((word) => /[\p{Letter}\p{Number}]/u.test(word));
}

/** Words of a question that say what is looked for; all of them where nothing else is left. */
export function tellingWords(query: string): string[] {
  const words = wordsOf(query);
  return isLittle(words) ? words : words.filter((word) => !STOPPED.has(word));
}

/** Whether words say nothing without their order. */
export const isLittle = (words: readonly string[]): boolean =>
  words.every((word) => STOPPED.has(word));

const stems = new Map<string, string>();

/** Returns a word without its ending, so that vanish, vanishes and vanishing are one. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = rooted(word);
  stems.set(word, found);
  return found;
}

function rooted(word: string): string {
  if (word.length < 4 || /[\d_]/.test(word)) return word.replaceAll('_', '');
  const single = word
    .replace(/i[sz]ations?$/, 'ise')
    .replace(/yz/, 'ys')
    .replace(/i[sz](e[ds]?|ing|ers?)$/, 'is$1')
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^su])s$/, '$1');
  const root = single
    .replace(/(?<=[a-z]{3})(?:ing|ed|ly|ment)$/, '')
    .replace(/(?<=[a-z]{3})at(?:ion|or)$/, 'ate')
    .replace(/(?<=[a-z]{4})tion$/, 't');
  return root.replace(/([bdgmnprt])\1$/, '$1').replace(/(?<=[a-z]{3})[ey]$/, '');
}
