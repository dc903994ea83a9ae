/** Rows of one benchmark, under one heading. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table in Markdown, aligned for reading in a terminal. */
export function printTable({ title, head, rows }: Table): void {
  const widths = head.map((cell, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length), cell.length));
  const draw = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  console.log(`\n${title}\n`);
  console.log([draw(head), draw(widths.map((width) => '-'.repeat(width))), ...rows.map(draw)].join('\n'));
}

export function findMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** Median with the range that it comes from. */
export function formatSpread(values: readonly number[]): string {
  return `${findMedian(values).toFixed(1)} (${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)})`;
}
