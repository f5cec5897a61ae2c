import type { Line, Register, Repeat, Routine } from './routine.ts';

/**
 * Returns a routine as text: the lines of a function body that every language with C's arithmetic reads
 * alike, the registers of the results by name, and the names of the functions that it calls.
 */
export function routineText(routine: Routine): {
  readonly body: string;
  readonly results: readonly string[];
  readonly functions: readonly string[];
} {
  const names = namesOf(routine.lines);
  const name = (register: Register): string => names.get(register) ?? `v${register}`;
  const functions = new Set<string>();
  const call = (what: string, args: readonly Register[]): string => {
    functions.add(what);
    return `${what}(${args.map(name).join(', ')})`;
  };
  const written = (line: Exclude<Line, Repeat>): string => {
    switch (line.kind) {
      case 'constant':
      case 'argument':
        return '';
      case 'add':
        return `${name(line.a)} + ${name(line.b)}`;
      case 'subtract':
        return `${name(line.a)} - ${name(line.b)}`;
      case 'multiply':
        return `${name(line.a)} * ${name(line.b)}`;
      case 'value':
        return call(`value_${line.op}`, [line.x]);
      case 'slope':
        return call(`slope_${line.op}`, [line.y, line.x]);
    }
  };
  const loop = ({ carried, start, next, lines, times }: Repeat, depth: string): string[] => {
    const round = `t${carried[0] ?? 0}`;
    // a number that moves from one carried register to another is kept first, as all move at once
    const moved = next.map((from, n) => carried.includes(from) && from !== carried[n]);
    const kept = (n: number): string => (moved[n] ? `m${carried[n]}` : name(next[n]!));
    const inner = `${depth}  `;
    return [
      ...carried.map((register, n) => `${depth}let v${register} = ${name(start[n]!)};`),
      `${depth}for (let ${round} = 0; ${round} < ${times.argument} - ${times.less}; ${round}++) {`,
      ...lines.flatMap((line) => text(line, inner)),
      ...carried.flatMap((_, n) =>
        moved[n] ? [`${inner}const ${kept(n)} = ${name(next[n]!)};`] : [],
      ),
      ...carried.map((register, n) => `${inner}v${register} = ${kept(n)};`),
      `${depth}}`,
    ];
  };
  const text = (line: Line, depth: string): string[] => {
    if (line.kind === 'repeat') return loop(line, depth);
    const right = written(line);
    return right === '' ? [] : [`${depth}const v${line.out} = ${right};`];
  };
  const body = routine.lines.flatMap((line) => text(line, '')).join('\n');
  return { body, results: routine.results.map(name), functions: [...functions] };
}

/** Constants are written where they are used, arguments by their names. */
function namesOf(lines: readonly Line[]): Map<Register, string> {
  const names = new Map<Register, string>();
  for (const line of lines) {
    if (line.kind === 'constant') names.set(line.out, literal(line.value));
    if (line.kind === 'argument') names.set(line.out, line.name);
  }
  return names;
}

/** A number that reads as a float, also where whole numbers are another type. */
function literal(value: number): string {
  const digits = String(value);
  const text = /[.e]/.test(digits) ? digits : `${digits}.0`;
  return value < 0 ? `(${text})` : text;
}
