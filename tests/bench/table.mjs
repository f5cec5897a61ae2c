/** Writes columns of named numbers as a table; a dash stands where someone does not take part. */
export function table(columns, write) {
  const names = [...new Set(columns.flatMap(({ of }) => [...of.keys()]))];
  const head = ['', ...columns.map(({ title }) => title)];
  const rows = names.map((name) => [
    name,
    ...columns.map(({ of }) => (of.has(name) ? write(of.get(name)) : '–')),
  ]);
  const widths = head.map((_, n) => Math.max(...[head, ...rows].map((row) => row[n].length)));
  const line = (row) =>
    row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]))).join('  ');
  return [head, ...rows].map((row) => `${line(row)}\n`).join('');
}
