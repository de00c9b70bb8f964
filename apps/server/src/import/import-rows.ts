import type { RecordResult, WorkspaceStore } from '@plimsoll/store';
import { type ImportKind, RowRejection } from './import-kind.ts';
import { type Reject, RejectsFile } from './rejects-file.ts';
import type { FoundRow, RowPlace, RowReader } from './row-reader.ts';

/** How many rows go to the store in one transaction. */
export const batchSize = 5_000;

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
  let workspace: WorkspaceStore | undefined;
  let pending: Pending<Record>[] = [];
  let rejects: Reject[] = [];
  let size = 0;
  const reject = ({ line, rejected }: RowPlace, column: string, reason: string): void => {
    rejects.push({ line, text: rejected(column, reason) });
  };
  const send = async (): Promise<void> => {
    workspace ??= await job.open();
    if (pending.length > 0) {
      const { results } = await kind.write(
        workspace,
        pending.map(({ record }) => record),
      );
      for (const [index, { place }] of pending.entries()) settle(place, results[index]);
    }
    tally.rejected += rejects.length;
    await rejectsFile.add(rejects.sort((a, b) => a.line - b.line));
    pending = [];
    rejects = [];
    size = 0;
    job.onBatch(tally);
  };
  const settle = (place: RowPlace, result: RecordResult | undefined): void => {
    if (result === undefined) return;
    if (result.status === 'rejected') reject(place, columnOf(kind, result.field), result.reason);
    else tally[result.status] += 1;
  };
  try {
    for await (const found of reader.rows) {
      tally.rows += 1;
      size += found.size;
      const row = interpret(kind, found);
      if (row.kind === 'record') pending.push({ place: found, record: row.record });
      else reject(found, row.column, row.reason);
      if (pending.length + rejects.length >= batchSize || size >= batchCharacters) await send();
    }
    await send();
    await rejectsFile.finish();
  } catch (error) {
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
