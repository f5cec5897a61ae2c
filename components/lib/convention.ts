/** A way of writing the symbols of the book, as other texts have it. */
export interface Convention {
  readonly id: string;
  readonly name: string;
  /** Where the step is written: h_t, or h^{(t)}. */
  readonly time: 'below' | 'above';
  /** TeX by the engine's names; what is not named keeps the letter of the book. */
  readonly symbols: Readonly<Record<string, string>>;
  /** Names of the symbols that have a value at every step. */
  readonly timed: readonly string[];
}

const HAT = '\u0302';
const TILDE = '\u0303';

/** Returns the letters of a name for labels that are not TeX: W_xh, U, b_ih + b_hh. */
export function labelIn(convention: Convention | null, name: string): string {
  const tex = convention?.symbols[name];
  if (tex === undefined) return name;
  return tex
    .replaceAll(/\\(?:boldsymbol|mathbf|mathrm|mathtt|mathit)\{([^{}]*)\}/g, '$1')
    .replaceAll(/\\hat\{([^{}]*)\}/g, `$1${HAT}`)
    .replaceAll(/\\tilde\{([^{}]*)\}/g, `$1${TILDE}`)
    .replaceAll(/\^\{\\top\}/g, 'ᵀ')
    .replaceAll('\\_', '\u2011')
    .replaceAll(/[{}]/g, '');
}
