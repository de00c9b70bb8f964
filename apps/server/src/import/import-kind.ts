import type { BatchResult, WorkspaceStore } from '@plimsoll/store';
import type { Cell } from './cell.ts';

/** A column that a kind of file has. */
export interface ImportColumn {
  readonly name: string;
  readonly required: boolean;
  /** Other headers it goes by. */
  readonly aliases?: readonly string[];
  /** The record's property that it fills: the store names that one when it rejects. */
  readonly field: string;
}

/** A row's values by column name; columns that the file lacks are absent. */
export type Row = Pick<ReadonlyMap<string, Cell>, 'get'>;

/** A kind of file: its columns, and how a row becomes a record. */
export interface ImportKind<Record> {
  readonly name: string;
  readonly columns: readonly ImportColumn[];
  /** What becomes of columns that are not listed: `trait` hands them on under their headers, `ignore` leaves them out. */
  readonly otherColumns: 'trait' | 'ignore';
  /** @throws RowRejection */
  readonly record: (row: Row, traits: Readonly<{ [header: string]: string }>) => Record;
  readonly write: (workspace: WorkspaceStore, records: readonly Record[]) => Promise<BatchResult>;
}

/** A row that cannot become a record. */
export class RowRejection extends Error {
  override readonly name = 'RowRejection';
  readonly column: string;

  constructor(column: string, reason: string) {
    super(reason);
    this.column = column;
  }
}

/** What the columns of a kind are called, in a sentence. */
export function columnsOf({ name, columns }: Pick<ImportKind<never>, 'name' | 'columns'>): string {
  const named = (required: boolean): string =>
    columns.flatMap((column) => (column.required === required ? [column.name] : [])).join(', ');
  const optional = named(false);
  return `${name} need ${named(true)}${optional === '' ? '' : `, and may have ${optional}`}.`;
}

/** A column's text without surrounding space; `undefined` where it is blank or the file lacks it. @throws RowRejection */
export function textOf(row: Row, column: string): string | undefined {
  const cell = row.get(column);
  if (cell !== undefined && typeof cell !== 'string')
    throw new RowRejection(
      column,
      `"${column}" holds a list or an object. It takes one value. Give a text or a number.`,
    );
  const text = cell?.trim();
  return text === '' ? undefined : text;
}

/** The text of a column that every row must fill. @throws RowRejection */
export function requiredText(row: Row, column: string): string {
  const text = textOf(row, column);
  if (text === undefined) throw new RowRejection(column, `"${column}" is empty. Every row needs one. Fill it in.`);
  return text;
}

/** A whole number; `undefined` where the column is blank. @throws RowRejection */
export function wholeNumberOf(row: Row, column: string): number | undefined {
  const text = textOf(row, column);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text))
    throw new RowRejection(column, `"${text}" is not a whole number. "${column}" counts. Write digits only.`);
  return Number(text);
}

/** A number of a column that every row must fill. @throws RowRejection */
export function requiredNumber(row: Row, column: string): number {
  const text = requiredText(row, column);
  if (!/^-?\d{1,15}(\.\d{1,12})?$/.test(text))
    throw new RowRejection(
      column,
      `"${text}" is not a plain number. Separators would be guessed at. Write such as 1200.5.`,
    );
  return Number(text);
}

const yes = new Set(['true', 'yes', '1']);
const no = new Set(['false', 'no', '0']);

/** Yes or no; `undefined` where the column is blank. @throws RowRejection */
export function flagOf(row: Row, column: string): boolean | undefined {
  const text = textOf(row, column)?.toLowerCase();
  if (text === undefined) return undefined;
  if (yes.has(text) || no.has(text)) return yes.has(text);
  throw new RowRejection(column, `"${text}" is neither yes nor no. Write true or false.`);
}
