import ts from 'typescript';
import { readText } from './content-files.ts';
import { TAGS } from './tag-table.ts';

/** An attribute of a tag, as its component declares it. */
export interface TagProp {
  readonly name: string;
  readonly isNeeded: boolean;
  /** As TypeScript writes it: string, number, 'least' | 'median'. */
  readonly type: string;
  /** As the component has it; undefined where there is none. */
  readonly byDefault: string | undefined;
  readonly about: string;
}

/** What a tag is for, and its attributes, read from its component. */
export interface TagHelp {
  readonly name: string;
  readonly about: string;
  readonly props: readonly TagProp[];
}

/** Reads the help of a tag from components/figures. Errors: a tag without a component. */
export function tagHelp(name: string): TagHelp {
  const text = readText(`components/figures/${name}.astro`);
  const script = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const source = ts.createSourceFile(`${name}.ts`, script, ts.ScriptTarget.Latest, true);
  const defaults = defaultsIn(source);
  const props = source.statements.filter(ts.isInterfaceDeclaration).flatMap(({ members }) =>
    members.filter(ts.isPropertySignature).map((member): TagProp => {
      const key = member.name.getText();
      return {
        name: key,
        isNeeded: TAGS[name]?.needs.includes(key) === true,
        type: member.type?.getText() ?? 'string',
        byDefault: defaults.get(key),
        about: comment(member.getFullText()),
      };
    }),
  );
  // widgets carry a number of their plan, which is nothing to authors
  const about = comment(script).replace(/^W\d+\.\d+: (.)/, (_, first: string) =>
    first.toUpperCase(),
  );
  return { name, about, props };
}

/** The defaults of `const { id = 'lamp' } = Astro.props`. */
function defaultsIn(source: ts.SourceFile): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer?.getText() === 'Astro.props')
      if (ts.isObjectBindingPattern(node.name))
        for (const { name, initializer } of node.name.elements)
          if (initializer !== undefined) found.set(name.getText(), initializer.getText());
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

/** The words of the first comment of documentation, as one paragraph. */
const comment = (text: string): string =>
  (/\/\*\*([\s\S]*?)\*\//.exec(text)?.[1] ?? '')
    .replaceAll(/^\s*\*\s?/gm, '')
    .replaceAll(/\s+|`/g, (sign) => (sign === '`' ? '' : ' '))
    .trim();
