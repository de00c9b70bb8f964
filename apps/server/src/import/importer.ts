import type { WorkspaceStore } from '@plimsoll/store';
import { columnsOf, type ImportColumn, type ImportKind } from './import-kind.ts';
import { type ImportJob, type ImportTally, importRows } from './import-rows.ts';
import type { KindShape } from './row-reader.ts';

/** A kind of file without the type of its records, which are its own affair. */
export interface Importer extends KindShape {
  readonly columns: readonly ImportColumn[];
  /** What its columns are called, in a sentence. */
  readonly sentence: string;
  readonly run: (job: Omit<ImportJob<never>, 'kind'>) => Promise<Readonly<ImportTally>>;
  /** Sends no record at all, which tells the method that takes them. */
  readonly writeNone: (workspace: WorkspaceStore) => Promise<unknown>;
}

/** A kind as an importer. */
export function importerOf<Record>(kind: ImportKind<Record>): Importer {
  return {
    name: kind.name,
    columns: kind.columns,
    otherColumns: kind.otherColumns,
    sentence: columnsOf(kind),
    run: (job) => importRows({ ...job, kind }),
    writeNone: (workspace) => kind.write(workspace, []),
  };
}
