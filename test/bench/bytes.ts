import { byteBudgets, bytesOfView } from '../bytes/view-bytes.ts';
import { printTable } from './measure.ts';

/** What each view weighs beside what it may weigh. */
export async function benchBytes(): Promise<void> {
  const rows = await Promise.all(
    Object.entries(byteBudgets).map(async ([view, budget]) => [view, String(await bytesOfView(view)), String(budget)]),
  );
  printTable('Bytes of each view, gzipped, React external, without CSS', ['', 'bytes', 'at most'], rows);
}
