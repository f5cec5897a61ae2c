import { pointsOf } from '#components/lib/plotted.ts';
import type { Citable } from '../cite-as.ts';

/** One number of a figure: where it stands, of which row and column, or at which x. */
interface Cell {
  readonly source: string;
  readonly series: string;
  readonly at: string;
  readonly value: string;
}

/** All that a figure shows in numbers, with every digit: lines of charts, tables, numbers with names. */
export function cellsOf(figure: HTMLElement): readonly Cell[] {
  return [...lines(figure), ...tables(figure), ...named(figure)];
}

/** The numbers of a figure as CSV, one a line. */
export function csvOf(figure: HTMLElement): string {
  const quoted = (text: string): string =>
    /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = cellsOf(figure).map(({ source, series, at, value }) => [source, series, at, value]);
  return `${[['source', 'series', 'at', 'value'], ...rows].map((row) => row.map(quoted).join(',')).join('\n')}\n`;
}

/** The same as JSON, with what the figure is and how it is cited. */
export function jsonOf(figure: HTMLElement, work: Citable, words: readonly string[]): string {
  const [caption, citation] = words;
  const { title, address, version } = work;
  return `${JSON.stringify({ title, caption, citation, address, version, numbers: cellsOf(figure) }, undefined, 2)}\n`;
}

function lines(figure: HTMLElement): Cell[] {
  return [...figure.querySelectorAll('svg')].flatMap((chart) => {
    const source = chart.querySelector('title')?.textContent ?? 'chart';
    const across = unitOf(chart, '.tick:not(.end) .power');
    const up = unitOf(chart, '.tick.end .power');
    return [...chart.querySelectorAll('*')].flatMap((drawn, n) => {
      const role = drawn.getAttribute('data-role') ?? 'line';
      return (pointsOf(drawn) ?? []).map(([x, y]) => ({
        source,
        series: `${role} ${n}`,
        at: String(across(x)),
        value: String(up(y)),
      }));
    });
  });
}

/** An axis whose marks are powers is drawn in their exponents. */
const unitOf =
  (chart: Element, powers: string) =>
  (drawn: number): number =>
    chart.querySelector(powers) === null ? drawn : 10 ** drawn;

function tables(figure: HTMLElement): Cell[] {
  return [...figure.querySelectorAll('table')].flatMap((table, n) => {
    const [head, ...body] = [...table.rows];
    const names = [...(head?.cells ?? [])].map(wordsOf);
    return body.flatMap((row) =>
      [...row.cells].slice(1).map((cell, column) => ({
        source: table.caption?.textContent?.trim() ?? `table ${n + 1}`,
        series: names[column + 1] ?? '',
        at: wordsOf(row.cells[0]),
        value: exact(cell),
      })),
    );
  });
}

function named(figure: HTMLElement): Cell[] {
  return [...figure.querySelectorAll<HTMLElement>('[data-v][data-q]')]
    .filter((one) => one.closest('table, figcaption') === null)
    .map(({ dataset }) => ({
      source: 'figure',
      series: dataset['q'] ?? '',
      at: dataset['t'] ?? '',
      value: dataset['v'] ?? '',
    }));
}

/** All digits of a number where it has them, else what is written. */
const exact = (cell: HTMLElement): string =>
  cell.querySelector<HTMLElement>('[data-v]')?.dataset['v'] ?? wordsOf(cell);

const wordsOf = (cell: HTMLElement | undefined): string => {
  const copy = cell?.cloneNode(true) as HTMLElement | undefined;
  copy?.querySelectorAll('.katex-mathml').forEach((part) => part.remove());
  return (copy?.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
};
