import { LineCounter, parseDocument, type Document } from 'yaml';
import { ContentError, type At } from './content-problem.ts';

interface Written {
  readonly document: Document;
  readonly lines: LineCounter;
  /** Lines of the file before the text begins. */
  readonly before: number;
}

/** Where data was written, as long as it lives. */
const places = new WeakMap<object, Written>();

/** Reads YAML that begins `before` lines into a file. Errors: every mistake of YAML, with its place. */
export function parseYaml(text: string, file: string, before: number): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true });
  if (document.errors.length > 0)
    throw new ContentError(
      ...document.errors.map(({ message, linePos }) => ({
        file,
        line: (linePos?.[0].line ?? 1) + before,
        column: linePos?.[0].col ?? 1,
        found: message.split('\n')[0]?.replace(/ at line \d+, column \d+:$/, '') ?? 'an error',
        expected: 'valid YAML',
        hint: 'check the indentation, and quote texts that contain «: »',
      })),
    );
  const value: unknown = document.toJS();
  if (typeof value === 'object' && value !== null) places.set(value, { document, lines, before });
  return value;
}

/** The place of a field in data that `parseYaml` read; of what is missing, the place of what should hold it. */
export function placeIn(value: unknown, path: readonly PropertyKey[]): At {
  const written = typeof value === 'object' && value !== null ? places.get(value) : undefined;
  if (written === undefined) return { line: 1, column: 1 };
  const { document, lines, before } = written;
  for (let length = path.length; length > 0; length--) {
    const start = startOf(document, path.slice(0, length));
    if (start === undefined) continue;
    const { line, col } = lines.linePos(start);
    return { line: line + before, column: col };
  }
  return { line: 1, column: 1 };
}

/** Where the key of a field begins, or an item of a list. */
function startOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const holder = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  const items = (holder as { items?: readonly Item[] } | undefined)?.items;
  if (items === undefined) return undefined;
  if (typeof last === 'number') return items[last]?.range?.[0];
  return items.find(({ key }) => String(key?.value ?? '') === last)?.key?.range?.[0];
}

interface Item {
  readonly key?: { readonly value?: unknown; readonly range?: readonly number[] };
  readonly range?: readonly number[];
}
