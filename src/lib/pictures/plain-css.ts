import { parse, type ChildNode, type Container, type Document } from 'postcss';

/** Properties that a drawing without a browser understands. */
const KNOWN =
  /^(fill|stroke|opacity|display|visibility|color|text-anchor|dominant-baseline|letter-spacing|paint-order|marker|font-(size|weight|style|family))/;

/** The families of the page, by the names that their font files carry. */
export const SERIF = 'Source Serif 4';
export const SANS = 'Source Sans 3 ExtraLight';
const FAMILIES = { '--serif': SERIF, '--sans': SANS, '--mono': SANS };

/** What holds for some elements of a drawing. */
export interface PlainRule {
  readonly selectors: readonly string[];
  readonly declarations: string;
}

/** The rules that may hold for something in a drawing, as a style sheet. */
export function sheetFor(drawing: string, rules: readonly PlainRule[]): string {
  const classes = new Set(
    [...drawing.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
  );
  const mayHold = (selector: string): boolean =>
    [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => classes.has(name));
  return rules
    .map(({ selectors, declarations }) => ({ selectors: selectors.filter(mayHold), declarations }))
    .filter(({ selectors }) => selectors.length > 0)
    .map(({ selectors, declarations }) => `${selectors.join(',')}{${declarations}}`)
    .join('\n');
}

/**
 * Returns what remains of the style sheets of a page when it is drawn as a picture, in the light theme:
 * rules of one level, colours without variables, fonts without shorthand. What asks for more is left out.
 */
export function plainCss(css: string): PlainRule[] {
  const root = parse(css);
  const variables = new Map<string, string>(Object.entries(FAMILIES));
  root.walkRules((rule) => {
    if (rule.selector !== ':root' || !isAlways(rule)) return;
    rule.each((node) => {
      if (node.type === 'decl' && node.prop.startsWith('--') && !variables.has(node.prop))
        variables.set(node.prop, node.value.trim());
    });
  });
  const rules: PlainRule[] = [];
  root.walkRules((rule) => {
    const selectors = rule.selectors
      .map((selector) => selector.replaceAll(/:where\((\.[\w-]+)\)/g, '$1'))
      .filter((selector) => !/[:&+~]/.test(selector) && /[.#[]/.test(selector));
    if (selectors.length === 0 || !isAlways(rule)) return;
    const declarations = rule.nodes.flatMap((node) =>
      node.type === 'decl' ? plainDeclaration(node.prop, resolved(node.value, variables)) : [],
    );
    if (declarations.length > 0) rules.push({ selectors, declarations: declarations.join(';') });
  });
  return rules;
}

/** Whether a rule holds on every screen: nothing but layers around it. */
function isAlways(rule: ChildNode): boolean {
  let around: Container | Document | undefined = rule.parent;
  while (around !== undefined && around.type !== 'root') {
    if (around.type !== 'atrule' || !('name' in around) || around.name !== 'layer') return false;
    around = around.parent as Container | Document | undefined;
  }
  return true;
}

function plainDeclaration(property: string, value: string): string[] {
  if (property === 'font') {
    const [, weight, size, family] =
      /^(?:(\d+|bold|italic) )?([\d.]+(?:px|rem|em))(?:\/\S+)? (.+)$/.exec(value) ?? [];
    return [
      ...(weight === undefined ? [] : [`font-weight:${weight}`]),
      ...(size === undefined ? [] : [`font-size:${inPixels(size)}`]),
      ...(family === undefined ? [] : [`font-family:'${family}'`]),
    ];
  }
  if (!KNOWN.test(property) || /\b(var|calc|clamp|min|max|color-mix|light-dark)\(/.test(value))
    return [];
  return [
    `${property}:${property === 'font-family' ? `'${value}'` : property === 'font-size' ? inPixels(value) : value}`,
  ];
}

const inPixels = (size: string): string =>
  size.endsWith('rem') ? `${Number.parseFloat(size) * 16}px` : size;

/** A value with the colours of the light theme in place of variables. */
function resolved(value: string, variables: ReadonlyMap<string, string>): string {
  let text = value;
  for (let round = 0; round < 6; round += 1)
    text = text.replaceAll(
      /var\((--[\w-]+)(?:,\s*([^()]*))?\)/g,
      (all, name: string, fallback?: string) => variables.get(name) ?? fallback ?? all,
    );
  return text
    .replaceAll(/light-dark\(([^,()]+),[^()]+\)/g, '$1')
    .replaceAll(
      /color-mix\(in \w+,\s*(#[\da-f]{6}) ([\d.]+)%,\s*transparent\)/gi,
      (_, colour: string, share: string) => withAlpha(colour, Number(share) / 100),
    )
    .replaceAll(
      /color-mix\(in \w+,\s*(#[\da-f]{6}) ([\d.]+)%,\s*(#[\da-f]{6})\)/gi,
      (_, one: string, share: string, other: string) => mixed(one, other, Number(share) / 100),
    );
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));

const withAlpha = (colour: string, alpha: number): string =>
  `rgba(${channels(colour).join(',')},${alpha})`;

/** Mixed as screens mix; the page mixes in another space, which nobody sees on a card. */
function mixed(one: string, other: string, share: number): string {
  const [from, to] = [channels(one), channels(other)];
  return `rgb(${from.map((value, n) => Math.round(value * share + (to[n] ?? 0) * (1 - share))).join(',')})`;
}
