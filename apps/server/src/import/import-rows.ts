import type { RecordResult, WorkspaceStore } from '@plimsoll/store';
import { UsageError } from '../cli/command-error.ts';
import type { CsvRecord } from './csv-record.ts';
import { type ImportKind, RowRejection } from './import-kind.ts';
import { type Layout, layOut } from './layout.ts';
import type { Mapping } from './mapping.ts';
import { type Reject, RejectsFile } from './rejects-file.ts';

/** How many rows go to the store in one transaction. */
export const batchSize = 5_000;

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
  readonly records: AsyncIterable<CsvRecord>;
  readonly mapping: Mapping;
  /** Opens the workspace; asked once, after the columns were found to be in order. */
  readonly open: () => Promise<WorkspaceStore>;
  readonly rejectsPath: string;
  /** Told once what the file looks like. */
  readonly onLayout: (layout: Layout) => void;
  /** Told after every batch. */
  readonly onBatch: (tally: Readonly<ImportTally>) => void;
}

interface Pending<Record> {
  readonly line: number;
  readonly fields: readonly string[];
  readonly record: Record;
}

/**
 * Reads a file's rows into a workspace, a batch at a time. Rows that do not read or that the store refuses go to the
 * rejects file; all others land. Running it again changes nothing, and completes what an earlier run left.
 *
 * @throws UsageError where the file is empty or lacks a column
 */
export async function importRows<Record>(job: ImportJob<Record>): Promise<Readonly<ImportTally>> {
  const tally: ImportTally = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const { kind } = job;
  let layout: Layout | undefined;
  let rejectsFile: RejectsFile | undefined;
  let workspace: WorkspaceStore | undefined;
  let pending: Pending<Record>[] = [];
  let rejects: Reject[] = [];
  const send = async (): Promise<void> => {
    workspace ??= await job.open();
    if (pending.length > 0) {
      const { results } = await kind.write(
        workspace,
        pending.map(({ record }) => record),
      );
      for (const [index, row] of pending.entries()) settle(row, results[index]);
    }
    tally.rejected += rejects.length;
    await rejectsFile?.add(rejects.sort((a, b) => a.line - b.line));
    pending = [];
    rejects = [];
    job.onBatch(tally);
  };
  const settle = ({ line, fields }: Pending<Record>, result: RecordResult | undefined): void => {
    if (result === undefined) return;
    if (result.status === 'rejected')
      rejects.push({ line, column: columnOf(kind, result.field), reason: result.reason, fields });
    else tally[result.status] += 1;
  };
  try {
    for await (const found of job.records) {
      if (layout === undefined) {
        if (found.kind === 'malformed')
          throw new UsageError(
            `The first line does not read: ${found.reason} Without headers no row can be understood.`,
          );
        layout = layOut(kind, found.fields, job.mapping);
        rejectsFile = new RejectsFile(job.rejectsPath, layout.headers);
        job.onLayout(layout);
        continue;
      }
      tally.rows += 1;
      const row = interpret(kind, layout, found);
      if ('record' in row) pending.push(row);
      else rejects.push(row);
      if (pending.length + rejects.length >= batchSize) await send();
    }
    if (layout === undefined)
      throw new UsageError(`The file is empty. The first line names the columns. ${columnsOf(kind)}`);
    await send();
    await rejectsFile?.finish();
  } catch (error) {
    await rejectsFile?.abandon();
    throw error;
  }
  return tally;
}

function interpret<Record>(kind: ImportKind<Record>, layout: Layout, found: CsvRecord): Pending<Record> | Reject {
  const { line } = found;
  if (found.kind === 'malformed') return { line, column: '', reason: found.reason, fields: [found.raw] };
  const { fields } = found;
  if (fields.length !== layout.headers.length) {
    const reason = `The row has ${fields.length} fields and the first line ${layout.headers.length}. Put fields with commas in quotes.`;
    return { line, column: '', reason, fields };
  }
  try {
    return { line, fields, record: kind.record(layout.row(fields), layout.traits(fields)) };
  } catch (error) {
    if (!(error instanceof RowRejection)) throw error;
    return { line, column: error.column, reason: error.message, fields };
  }
}

function columnOf<Record>(kind: ImportKind<Record>, field: string): string {
  return kind.columns.find((column) => column.field === field)?.name ?? field;
}

/** What the columns of a kind are called, in a sentence. */
export function columnsOf<Record>(kind: ImportKind<Record>): string {
  const named = (required: boolean): string =>
    kind.columns.flatMap((column) => (column.required === required ? [column.name] : [])).join(', ');
  const optional = named(false);
  return `${kind.name} need ${named(true)}${optional === '' ? '' : `, and may have ${optional}`}.`;
}
