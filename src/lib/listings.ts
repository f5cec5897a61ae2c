import { readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import ts from 'typescript';
import { nearest, quoted } from '#engine/program/errors.ts';

/** A piece of tested source, as the book prints it. */
export interface Listing {
  readonly code: string;
  readonly file: string;
  /** Line of its first line in the file. */
  readonly line: number;
  readonly language: string;
}

/** Cuts an exported symbol out of its file: `engine/learn/bptt.ts#bptt`; without «#», the whole file. */
export function listing(of: string): Listing {
  const [file = '', name] = of.split('#');
  const path = join(process.cwd(), file);
  const isSource = /^(engine|components|tests)\//.test(file) && normalize(file) === file;
  if (!isSource || statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    throw new Error(`no source «${file}»; expected a file of engine, components or tests`);
  const text = readFileSync(path, 'utf8');
  const language = file.endsWith('.ts') ? 'ts' : 'html';
  if (name === undefined) return { code: text.trimEnd(), file, line: 1, language };
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const named = source.statements.flatMap((statement) =>
    namesOf(statement).map((found) => [found, statement] as const),
  );
  const statement = named.find(([found]) => found === name)?.[1];
  if (statement === undefined) {
    const names = named.map(([found]) => found);
    const near = nearest(name, names);
    throw new Error(`«${file}» has no «${name}»; it has ${quoted(near.length > 0 ? near : names)}`);
  }
  const start = statement.getStart(source, true);
  return {
    code: text.slice(start, statement.end),
    file,
    line: source.getLineAndCharacterOfPosition(start).line + 1,
    language,
  };
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  )
    return statement.name === undefined ? [] : [statement.name.text];
  return [];
}
