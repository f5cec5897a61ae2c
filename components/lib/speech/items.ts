import { named, wordOf } from './names.ts';
import { bodyOf, type Node } from './node.ts';
import { scripted } from './scripts.ts';
import { isSimple, sentence, term, type Item } from './sentence.ts';
import { ACCENTS, FRACTIONS, FUNCTION_LETTERS, LETTERS, OPERATORS, PREFIXES } from './words.ts';

/**
 * Returns a row of nodes as items to say. `symbol` is the engine's name of what the row writes, if it
 * is one symbol: the letters below it are part of its name.
 */
export function itemsOf(nodes: readonly Node[], symbol?: string): Item[] {
  const items: Item[] = [];
  nodes.forEach((node, n) => {
    const before = nodes[n - 1];
    const next = nodes[n + 1];
    if (isPlus(node) && next?.text === '=') return;
    const isPlace = before?.family === 'punct' && node.text === '\\cdot';
    if (isPlus(before) && node.text === '=') items.push(operator('+='));
    else if (isPlace) items.push(term('dot'));
    else items.push(...itemsOfNode(node, symbol, next));
  });
  return items;
}

/** A row of nodes as words. */
const said = (nodes: readonly Node[], between?: string): string =>
  sentence(itemsOf(nodes), between);

/** The plus of «+=», which stands in a class of its own. */
const isPlus = (node: Node | undefined): boolean =>
  node?.type === 'mclass' && node.mclass === 'mrel' && bodyOf(node)[0]?.text === '+';

const operator = (text: string): Item => ({
  kind: 'operator',
  say: OPERATORS[text] ?? text.replace('\\', ''),
});

function itemsOfNode(node: Node, symbol: string | undefined, next: Node | undefined): Item[] {
  switch (node.type) {
    case 'mathord':
    case 'textord':
      return [character(node.text ?? '', next)];
    case 'atom':
      return [atom(node)];
    case 'op':
    case 'operatorname':
      return [named(node)];
    case 'supsub':
      return scripted(node, symbol, itemsOf);
    case 'html':
      return symbolOf(node, next);
    case 'ordgroup':
    case 'mclass':
    case 'styling':
    case 'color':
    case 'sizing':
      return itemsOf(bodyOf(node), symbol);
    case 'font':
    case 'text':
      return [term(wordOf(node))];
    case 'accent':
      return [accented(node.label ?? '', baseOf(node))];
    case 'overline':
      return [accented('\\overline', bodyOf(node))];
    case 'genfrac':
      return [fraction(node)];
    case 'sqrt':
      return [root(node)];
    case 'delimsizing':
      return [delimiter(node.delim ?? '', node.mclass === 'mopen')];
    case 'leftright':
      return enclosed(node);
    case 'array':
      return [term(matrix(node), true)];
    case 'horizBrace':
    case 'underline':
      return itemsOf(node.base === undefined ? bodyOf(node) : baseOf(node), symbol);
    case 'kern':
      return isWide(node) ? [{ kind: 'pause', say: ';' }] : [];
    case 'spacing':
    case 'cr':
      return [];
    default:
      throw new Error(`formulas have no words for «${node.type}»; teach components/lib/speech`);
  }
}

/** A symbol of the notation; a loss is a function where its weights follow in brackets. */
function symbolOf(node: Node, next: Node | undefined): Item[] {
  const name = node.attributes?.['data-q'];
  const items = itemsOf(bodyOf(node), name);
  const [only] = items;
  if (name === 'L' && only?.say === 'L' && items.length === 1 && opens(next))
    return [{ ...only, kind: 'function' }];
  return items;
}

const opens = (node: Node | undefined): boolean =>
  node?.text === '(' || (node?.delim === '(' && node.mclass === 'mopen');

const baseOf = ({ base }: Node): readonly Node[] => (base === undefined ? [] : [base]);

/** A gap as wide as two letters separates formulas. */
const isWide = ({ dimension }: Node): boolean =>
  dimension !== undefined && dimension.unit === 'em' && dimension.number >= 1;

function character(text: string, next: Node | undefined): Item {
  if (/^[\d.]$/.test(text)) return { ...term(text), isDigit: true };
  if (text === '|' || text === '\\vert') return { kind: 'fence', say: 'the absolute value of' };
  if (text === '\\|' || text === '\\Vert') return { kind: 'fence', say: 'the norm of' };
  if (OPERATORS[text] !== undefined) return operator(text);
  const prefix = PREFIXES[text];
  if (prefix !== undefined) return { kind: 'prefix', say: prefix };
  const say = LETTERS[text] ?? text.replace('\\', '');
  return FUNCTION_LETTERS.has(text) && opens(next) ? { kind: 'function', say } : term(say);
}

function atom({ family, text = '' }: Node): Item {
  if (text === '?') return term('question mark');
  if (family === 'open') return delimiter(text, true);
  if (family === 'close') return delimiter(text, false);
  if (family === 'punct') return { kind: 'pause', say: text === ';' ? ';' : ',' };
  if (family === 'inner') return term(LETTERS[text] ?? text.replace('\\', ''));
  return operator(text);
}

const BRACKETS: Readonly<Record<string, string>> = { '[': 'bracket', ']': 'bracket' };

const delimiter = (text: string, isOpen: boolean): Item => ({
  kind: isOpen ? 'open' : 'close',
  say: BRACKETS[text] ?? (/^\\[{}l]?/.test(text) ? 'brace' : 'paren'),
});

function accented(label: string, nodes: readonly Node[]): Item {
  const word = ACCENTS[label] ?? label.replace('\\', '');
  const items = itemsOf(nodes);
  if (isSimple(items)) return term(`${items[0]?.say ?? ''} ${word}`);
  return term(`the ${word} of ${sentence(items)}, end ${word}`, true);
}

function fraction({ numer, denom }: Node): Item {
  const [above, below] = [numer, denom].map((node) => (node === undefined ? '' : said([node])));
  const name = FRACTIONS[`${above}/${below}`];
  if (name !== undefined) return term(name);
  if (isOneTerm(numer) && isOneTerm(denom)) return term(`${above} over ${below}`, true);
  return term(`the fraction ${above}, over ${below}, end of fraction`, true);
}

/** Whether a part of a fraction is clear without brackets: ∂h, 2, w h. */
const isOneTerm = (node: Node | undefined): boolean =>
  node !== undefined &&
  itemsOf([node]).every(
    ({ kind, isDigit }) => isDigit === true || kind === 'term' || kind === 'prefix',
  );

function root(node: Node): Item {
  const items = itemsOf(bodyOf(node));
  const { index } = node;
  const degree = index === undefined || index === null ? 'square root' : `root ${said([index])}`;
  const inner = sentence(items);
  return isSimple(items) || items.every(({ isDigit }) => isDigit === true)
    ? term(`the ${degree} of ${inner}`)
    : term(`the ${degree} of ${inner}, end root`, true);
}

function enclosed(node: Node): Item[] {
  const body = bodyOf(node);
  if (body.length === 1 && body[0]?.type === 'array') return itemsOf(body);
  return [delimiter(node.left ?? '(', true), ...itemsOf(body), delimiter(node.right ?? ')', false)];
}

function matrix(node: Node): string {
  const rows = (node.body ?? []) as readonly (readonly Node[])[];
  if (rows.every(({ length }) => length === 1))
    return `the column ${rows.map((row) => said(row)).join(', ')}`;
  const lines = rows.map((row, n) => `row ${n + 1}: ${row.map((cell) => said([cell])).join(', ')}`);
  return `the matrix with ${lines.join('; ')}`;
}
