/** Times of one subject in milliseconds. */
export interface Timing {
  readonly p50: number;
  readonly min: number;
  readonly max: number;
}

/** Runs something a few times after a warm-up and says how long it took. */
export async function measure(runs: number, run: () => unknown): Promise<Timing> {
  await run();
  const times: number[] = [];
  for (let index = 0; index < runs; index++) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(runs / 2)] ?? 0, min: times[0] ?? 0, max: times[runs - 1] ?? 0 };
}

/** Prints rows under a title, numbers to the right. */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   ');
  console.log(
    `\n${title}\n${line(head)}\n${widths.map((width) => '-'.repeat(width)).join('   ')}\n${rows.map(line).join('\n')}`,
  );
}
