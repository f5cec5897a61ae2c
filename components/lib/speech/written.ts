import katex, { type KatexOptions } from 'katex';
import { bodyOf, type Node } from './node.ts';

/** Signs of formulas in a line of plain text. */
const GLYPHS: Readonly<Record<string, string>> = {
  '\\cdot': '·',
  '\\times': '×',
  '\\odot': '⊙',
  '\\otimes': '⊗',
  '-': '−',
  '\\le': '≤',
  '\\leq': '≤',
  '\\ge': '≥',
  '\\geq': '≥',
  '\\ll': '≪',
  '\\gg': '≫',
  '\\ne': '≠',
  '\\neq': '≠',
  '\\approx': '≈',
  '\\in': '∈',
  '\\to': '→',
  '\\rightarrow': '→',
  '\\Rightarrow': '⇒',
  '\\leftarrow': '←',
  '\\partial': '∂',
  '\\nabla': '∇',
  '\\infty': '∞',
  '\\sum': '∑',
  '\\prod': '∏',
  '\\int': '∫',
  '\\top': 'ᵀ',
  '\\prime': '′',
  '\\|': '‖',
  '\\ldots': '…',
  '\\dots': '…',
  '\\@cdots': '⋯',
  '\\alpha': 'α',
  '\\beta': 'β',
  '\\gamma': 'γ',
  '\\delta': 'δ',
  '\\Delta': 'Δ',
  '\\epsilon': 'ε',
  '\\varepsilon': 'ε',
  '\\eta': 'η',
  '\\theta': 'θ',
  '\\lambda': 'λ',
  '\\rho': 'ρ',
  '\\sigma': 'σ',
  '\\phi': 'φ',
  '\\%': '%',
  '\\_': '_',
};

const MACRON = '\u0304';
const ACCENTS: Readonly<Record<string, string>> = {
  '\\bar': MACRON,
  '\\hat': '\u0302',
  '\\tilde': '\u0303',
};

/** Stands after the name of a function until it is known whether a bracket follows. */
const APPLIED = '\ue000';

const { __parse: parse } = katex as unknown as {
  __parse: (tex: string, options: KatexOptions) => readonly Node[];
};

/** Returns TeX as a line of text, scripts as _{…} and ^{…}: h_{t} = tanh(W_{xh} x_{t}). */
export const write = (tex: string, options: KatexOptions): string =>
  row(parse(tex, options))
    .replaceAll(new RegExp(`${APPLIED}\\s*(\\()?`, 'g'), (_, open?: string) => open ?? ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const row = (nodes: readonly Node[]): string => nodes.map(written).join('');

const one = (node: Node | null | undefined): string =>
  node === undefined || node === null ? '' : written(node);

/** Scripts stand one deep: what is above an index stays in its line. */
const flat = (node: Node): string =>
  one(node)
    .replaceAll(/[_^]\{([^{}]*)\}/g, '$1')
    .replaceAll(' ', '');

function written(node: Node): string {
  const text = node.text ?? '';
  const glyph = GLYPHS[text] ?? text.replace('\\', '');
  switch (node.type) {
    case 'atom':
      return node.family === 'rel' || node.family === 'bin'
        ? ` ${glyph} `
        : `${glyph}${node.family === 'punct' ? ' ' : ''}`;
    case 'op':
    case 'operatorname':
      return (
        GLYPHS[node.name ?? ''] ?? `${node.name?.replace('\\', '') ?? row(bodyOf(node))}${APPLIED}`
      );
    case 'supsub':
      return scripts(node);
    case 'accent':
      return accented(one(node.base), ACCENTS[node.label ?? ''] ?? '');
    case 'overline':
      return accented(row(bodyOf(node)), MACRON);
    case 'genfrac':
      return `${bracketed(one(node.numer))}/${bracketed(one(node.denom))}`;
    case 'sqrt':
      return `√${bracketed(row(bodyOf(node)))}`;
    case 'delimsizing':
      return node.delim?.replace('\\', '') ?? '';
    case 'leftright':
      return `${node.left ?? ''}${row(bodyOf(node))}${node.right ?? ''}`;
    case 'array':
      return (node.body as readonly (readonly Node[])[])
        .map((line) => line.map(one).join(', '))
        .join('; ');
    case 'horizBrace':
      return one(node.base);
    case 'kern':
    case 'spacing':
      return ' ';
    case 'mathord':
    case 'textord':
      return glyph;
    default:
      return row(bodyOf(node));
  }
}

function scripts({ base, sub, sup }: Node): string {
  if (base?.type === 'horizBrace') return one(base);
  const above = sup === undefined ? '' : flat(sup);
  const power = /^[ᵀ′*]+$/.test(above) ? above : above === '' ? '' : `^{${above}}`;
  const gap = base?.type === 'op' ? ' ' : '';
  return `${one(base)}${sub === undefined ? '' : `_{${flat(sub)}}`}${power}${gap}`;
}

const accented = (base: string, mark: string): string =>
  [...base].length === 1 ? base + mark : mark === MACRON ? `bar(${base})` : base;

/** Products and sums keep together in a fraction on one line. */
const bracketed = (text: string): string => (/[ +]/.test(text.trim()) ? `(${text.trim()})` : text);
