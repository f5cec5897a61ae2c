import type { Convention } from '#components/lib/convention.ts';

const MARK = '\\htmlData{';

/** Returns linked TeX with every symbol as a convention writes it; links and time indices stay. */
export function inConvention(tex: string, convention: Convention): string {
  let written = '';
  let rest = tex;
  for (;;) {
    const start = rest.indexOf(MARK);
    if (start < 0) return written + rest;
    const attributes = braced(rest, start + MARK.length - 1);
    const body = braced(rest, attributes.end);
    const name = /q=([^,]*)/.exec(attributes.text)?.[1] ?? '';
    const inner = rewritten(name, inConvention(body.text, convention), convention);
    written += `${rest.slice(0, start)}${MARK}${attributes.text}}{${inner}}`;
    rest = rest.slice(body.end);
  }
}

/** What stands in the braces that open at `at`, and where the text goes on after them. */
function braced(text: string, at: number): { readonly text: string; readonly end: number } {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === '{') depth += 1;
    if (text[i] === '}') depth -= 1;
    if (depth === 0) return { text: text.slice(at + 1, i), end: i + 1 };
  }
  throw new Error(`«${text}» has a brace at ${at + 1} that is not closed`);
}

const BAR = /^\\(bar|overline)\{/;

function rewritten(name: string, body: string, convention: Convention): string {
  const letter = convention.symbols[name];
  const isTimed = convention.timed.includes(name);
  if (letter === undefined && !(isTimed && convention.time === 'above')) return body;
  // a gradient has a bar over its letter
  const bar = BAR.exec(body)?.[1];
  const [, base = body, index = ''] = /^(.*?)(?:_\{?([^{}]*)\}?)?$/.exec(body) ?? [];
  const plain = letter ?? base;
  const barred = bar === undefined || letter === undefined ? plain : `\\${bar}{${plain}}`;
  if (!isTimed || index === '') return barred;
  const time = index.slice(index.lastIndexOf(',') + 1);
  if (convention.time === 'above') return `${barred}^{(${time})}`;
  return /_\{[^{}]*\}$/.test(barred) ? barred.replace(/\}$/, `,${time}}`) : `${barred}_{${time}}`;
}
