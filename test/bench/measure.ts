/** Times of one subject in milliseconds. */
export interface Timing {
  readonly p50: number;
  readonly min: number;
  readonly max: number;
}

/** Runs something a few times after a warm-up and says how long it took. */
export async function measure(runs: number, run: () => unknown): Promise<Timing> {
  await run();
  return timingOf(await timesOf(runs, run));
}

/**
 * Runs two things in turns after a warm-up, so that a machine which is slow for a while is slow to both, and says how long
 * each took. The first is the faster one, and runs five times a turn.
 */
export async function measureInTurns(
  turns: number,
  first: () => unknown,
  second: () => unknown,
): Promise<readonly [first: Timing, second: Timing]> {
  await first();
  await second();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    ours.push(...(await timesOf(5, first)));
    theirs.push(...(await timesOf(1, second)));
  }
  return [timingOf(ours), timingOf(theirs)];
}

async function timesOf(runs: number, run: () => unknown): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < runs; index++) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  return times;
}

function timingOf(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length / 2)] ?? 0, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 };
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
