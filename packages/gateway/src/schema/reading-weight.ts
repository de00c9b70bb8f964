import { type Extent, scanWeight } from '../cost/extent.ts';

/** What reading one metric weighs: its formula, and a pass over the accounts. What it is compared with weighs as much again. */
export function readingWeight(extent: Extent): number {
  return 10 + scanWeight(extent);
}

/** Rows of a table that one unit of weight writes as CSV. */
const rowsPerUnit = 10;
const maxRows = 100_000;

/** What a CSV of so many rows weighs. @param rows as they are assumed before they are counted; at most 100,000 are written */
export function csvWeight(rows: number): number {
  return 100 + Math.ceil(Math.min(maxRows, rows) / rowsPerUnit);
}
