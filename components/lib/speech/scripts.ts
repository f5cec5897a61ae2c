import { named } from './names.ts';
import { bodyOf, plain, type Node } from './node.ts';
import { isSimple, sentence, term, type Item } from './sentence.ts';
import { ACCENTS, POWERS, RANGED } from './words.ts';

/** Reads a row of nodes as items; `symbol` is the engine's name of what the row writes. */
export type Read = (nodes: readonly Node[], symbol?: string) => Item[];

/** Says what has something above or below it: h_{t-1}, W_{hh}, x^2, Σ_{t=1}^{T}. */
export function scripted(node: Node, symbol: string | undefined, read: Read): Item[] {
  const { base, sub, sup } = node;
  const above = sup === undefined ? undefined : power(sup, symbol !== undefined, read);
  if (base === undefined) return [term(above ?? '')];
  if (RANGED[base.name ?? ''] !== undefined) return [ranged(base, sub, sup, read)];
  if (base.type === 'horizBrace') return [braced(base, sub ?? sup, read)];
  if (base.type === 'op' || base.type === 'operatorname') return [raised(base, sub, above, read)];
  const items = read([base], symbol);
  const last = items.at(-1);
  // a power after a bracket belongs to all that it encloses
  if (above !== undefined && (last?.kind === 'close' || last?.kind === 'fence'))
    return [...items.slice(0, -1), { ...last, power: above }];
  if (!isSimple(items) && items.some(({ kind }) => kind !== 'term'))
    return [
      { kind: 'open', say: 'paren' },
      ...items,
      { kind: 'close', say: 'paren', ...(above === undefined ? {} : { power: above }) },
    ];
  const below =
    sub === undefined ? undefined : subscript(sub, symbol?.includes('_') === true, read);
  const { letter, accent } = parted(base, read);
  const start = below?.name === undefined ? sentence(items) : `${letter} ${below.name}${accent}`;
  const timed = below?.index === undefined ? start : `${start} sub ${below.index}`;
  const isLong = below?.isLong === true || last?.isLong === true;
  const isDigit = items.length === 1 && last?.isDigit === true;
  if (above === undefined) return [{ ...term(timed, isLong), isDigit }];
  const isOpen = sup !== undefined && isOpenEnded(sup, read);
  return [{ ...term(`${timed}${isLong ? ',' : ''} ${above}`, isOpen), isDigit }];
}

/** «The sum over t from 1 to T of». */
function ranged(base: Node, sub: Node | undefined, sup: Node | undefined, read: Read): Item {
  const name = RANGED[base.name ?? ''] ?? '';
  const [over = '', from] = said(sub, read).split(' equals ');
  const range = `${over === '' ? '' : ` over ${over}`}${from === undefined ? '' : ` from ${from}`}`;
  const to = sup === undefined ? '' : ` to ${said(sup, read)}`;
  return { kind: 'prefix', say: `${name}${range}${to} of` };
}

const said = (node: Node | undefined, read: Read): string =>
  node === undefined ? '' : sentence(read([node]));

/** What a brace below or above has to say about the part that it takes in. */
const braced = (base: Node, label: Node | undefined, read: Read): Item =>
  term(`${said(base, read)}, called ${said(label, read)}`, true);

/** A function with a name and something above or below it: log_2, tanh². */
function raised(base: Node, sub: Node | undefined, above: string | undefined, read: Read): Item {
  const below = sub === undefined ? '' : ` over ${said(sub, read)}`;
  return {
    kind: 'function',
    say: `${named(base).say}${below}${above === undefined ? '' : ` ${above}`}`,
  };
}

/** The letter of a base and the accent over it: «W», « bar». */
function parted(base: Node, read: Read): { readonly letter: string; readonly accent: string } {
  const word = base.type === 'accent' ? ACCENTS[base.label ?? ''] : undefined;
  return word === undefined
    ? { letter: said(base, read), accent: '' }
    : { letter: said(base.base, read), accent: ` ${word}` };
}

interface Below {
  /** Letters that belong to the name: x h of W_xh. */
  readonly name?: string;
  /** What counts: the step, the row. */
  readonly index?: string;
  readonly isLong: boolean;
}

const TIME = /^(?:t|T|k|\d+)\b/;

/** Parts the name below a symbol from its time index: a_{h,t} → «h», «t». */
function subscript(sub: Node, isNamed: boolean, read: Read): Below {
  const nodes = sub.type === 'ordgroup' ? bodyOf(sub) : [sub];
  const cut = nodes.findIndex(({ text }) => text === ',');
  const name = sentence(read(cut < 0 ? nodes : nodes.slice(0, cut)), '');
  if (!isNamed || (TIME.test(name) && cut < 0)) return indexed(nodes, read);
  return cut < 0 ? { name, isLong: false } : { name, ...indexed(nodes.slice(cut + 1), read) };
}

function indexed(nodes: readonly Node[], read: Read): Below {
  const items = read(nodes);
  const isLong = items.some(({ kind }) => kind === 'operator' || kind === 'pause');
  return { index: sentence(items, ''), isLong };
}

/** Whether the words of a power could go on: «to the power n minus 1» before «times». */
const isOpenEnded = (sup: Node, read: Read): boolean =>
  POWERS[plain(sup)] === undefined && read([sup]).some(({ kind }) => kind === 'operator');

/** Says what stands above; above a letter of a name it is part of that name. */
function power(sup: Node, isSymbol: boolean, read: Read): string {
  const written = plain(sup);
  const known = POWERS[written];
  if (known !== undefined) return known;
  const nodes = sup.type === 'ordgroup' ? bodyOf(sup) : [sup];
  if (nodes.every(({ text }) => text === '\\prime')) return nodes.map(() => 'prime').join(' ');
  // the step, where others write it above in brackets
  if (nodes[0]?.text === '(' && nodes.at(-1)?.text === ')')
    return `at step ${sentence(read(nodes.slice(1, -1)))}`;
  const words = said(sup, read);
  return isSymbol && /^[a-z]+$/.test(written) ? `super ${words}` : `to the power ${words}`;
}
