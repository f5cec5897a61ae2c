/** A node of KaTeX's parse tree, as far as speech needs it. */
export interface Node {
  readonly type: string;
  readonly text?: string;
  readonly name?: string;
  readonly label?: string;
  readonly family?: string;
  readonly mclass?: string;
  readonly delim?: string;
  readonly left?: string;
  readonly right?: string;
  readonly font?: string;
  readonly body?: Node | readonly Node[] | readonly (readonly Node[])[];
  readonly base?: Node;
  readonly sub?: Node;
  readonly sup?: Node;
  readonly numer?: Node;
  readonly denom?: Node;
  readonly index?: Node | null;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly dimension?: { readonly number: number; readonly unit: string };
}

/** The children of a node that holds a row. */
export const bodyOf = (node: Node): readonly Node[] => {
  const { body } = node;
  if (body === undefined) return [];
  return (Array.isArray(body) ? body : [body]) as readonly Node[];
};

/** The characters of a node in a row. */
export const plain = (node: Node): string => node.text ?? bodyOf(node).map(plain).join('');
