import { setImmediate } from 'node:timers/promises';
import type { WorkspaceStore } from '@plimsoll/store';
import { type ImportKind, RowRejection } from './import-kind.ts';
import { type Reject, RejectsFile } from './rejects-file.ts';
import type { FoundRow, RowPlace, RowReader } from './row-reader.ts';
import { WorkAhead } from './work-ahead.ts';

/** How many rows go to the store in one transaction. */
export const batchSize = 10_000;

/** How many rows are read without letting go of the process. */
const readAtOnce = 100;

/** How many characters of rows are held at most before they go, so that long rows do not fill the memory. */
const batchCharacters = 16_777_216;

/** What an import came to. */
export interface ImportTally {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

/** What an import is made of. */
export interface ImportJob<Record> {
  readonly kind: ImportKind<Record>;
  readonly reader: RowReader;
  /** Opens the workspace; asked once, after the columns were found to be in order. */
  readonly open: () => Promise<WorkspaceStore>;
  readonly rejectsPath: string;
  /** Told after every batch. */
  readonly onBatch: (tally: Readonly<ImportTally>) => void;
}

interface Pending<Record> {
  readonly place: RowPlace;
  readonly record: Record;
}

/** A batch as it is read. */
interface Gathered<Record> {
  rows: number;
  /** In characters. */
  size: number;
  readonly pending: Pending<Record>[];
  readonly rejects: Reject[];
}

function nothingGathered<Record>(): Gathered<Record> {
  return { rows: 0, size: 0, pending: [], rejects: [] };
}

function rejectOf({ line, rejected }: RowPlace, column: string, reason: string): Reject {
  return { line, text: rejected(column, reason) };
}

/**
 * Reads a file's rows into a workspace, a batch at a time. Rows that do not read or that the store refuses go to the
 * rejects file; all others land. Running it again changes nothing, and completes what an earlier run left.
 *
 * @throws UsageError where nothing of the file can be read
 */
export async function importRows<Record>(job: ImportJob<Record>): Promise<Readonly<ImportTally>> {
  const tally: ImportTally = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const { kind, reader } = job;
  const rejectsFile = new RejectsFile(job.rejectsPath, reader.rejectsHead);
  let opening: Promise<WorkspaceStore> | undefined;
  let gathered: Gathered<Record> = nothingGathered();
  const write = async ({ rows, pending, rejects }: Gathered<Record>, before: Promise<void>): Promise<void> => {
    opening ??= job.open();
    const workspace = await opening;
    const records = pending.map(({ record }) => record);
    const writing = records.length === 0 ? undefined : kind.write(workspace, records);
    // Its failure is heard of below, where the batch before has not failed first.
    writing?.catch(() => undefined);
    await before;
    if (writing !== undefined) {
      const { results } = await writing;
      for (const [index, { place }] of pending.entries()) {
        const result = results[index];
        if (result?.status === 'rejected') rejects.push(rejectOf(place, columnOf(kind, result.field), result.reason));
        else if (result !== undefined) tally[result.status] += 1;
      }
    }
    tally.rows += rows;
    tally.rejected += rejects.length;
    await rejectsFile.add(rejects.sort((a, b) => a.line - b.line));
    job.onBatch(tally);
  };
  // While the store writes one batch two wait for their turn and the next is read, so that memory holds four.
  const ahead = new WorkAhead();
  const send = async (): Promise<void> => {
    const batch = gathered;
    gathered = nothingGathered();
    await ahead.begin((before) => write(batch, before));
  };
  try {
    for await (const some of reader.rows) {
      for (const found of some) {
        gathered.rows += 1;
        gathered.size += found.size;
        const row = interpret(kind, found);
        if (row.kind === 'record') gathered.pending.push({ place: found, record: row.record });
        else gathered.rejects.push(rejectOf(found, row.column, row.reason));
        // What the store waits for from the database comes between.
        if (gathered.rows % readAtOnce === 0) await setImmediate();
        if (gathered.rows >= batchSize || gathered.size >= batchCharacters) await send();
      }
    }
    await send();
    await ahead.done();
    await rejectsFile.finish();
  } catch (error) {
    await ahead.settled();
    await rejectsFile.abandon();
    throw error;
  }
  return tally;
}

type Interpreted<Record> =
  | { readonly kind: 'record'; readonly record: Record }
  | { readonly kind: 'broken'; readonly column: string; readonly reason: string };

function interpret<Record>(kind: ImportKind<Record>, found: FoundRow): Interpreted<Record> {
  if (found.kind === 'broken') return found;
  try {
    return { kind: 'record', record: kind.record(found.row, found.traits) };
  } catch (error) {
    if (!(error instanceof RowRejection)) throw error;
    return { kind: 'broken', column: error.column, reason: error.message };
  }
}

function columnOf<Record>(kind: ImportKind<Record>, field: string): string {
  return kind.columns.find((column) => column.field === field)?.name ?? field;
}
