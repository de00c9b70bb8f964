import type { ImportKind, Row } from './import-kind.ts';
import type { Mapping } from './mapping.ts';

/** What there is to know of a kind to find its columns. */
export type KindShape = Pick<ImportKind<never>, 'name' | 'columns' | 'otherColumns'>;

/** A row as a file gives it, or a stretch of the file that is none. */
export type FoundRow = RowPlace &
  (
    | { readonly kind: 'row'; readonly row: Row; readonly traits: Readonly<{ [header: string]: string }> }
    /** `column` is empty where the row as a whole does not read. */
    | { readonly kind: 'broken'; readonly column: string; readonly reason: string }
  );

/** Where a row came from, and how it goes back. */
export interface RowPlace {
  /** The line it begins on, 1 for the file's first. */
  readonly line: number;
  /** Its length in characters, roughly: what it takes to keep it. */
  readonly size: number;
  /** The row as it was found, with what is wrong, as text of the rejects file. */
  readonly rejected: (column: string, reason: string) => string;
}

/** The rows of one file. */
export interface RowReader {
  /** To be read once, some rows at a time. Throws UsageError where the file as a whole means nothing. */
  readonly rows: AsyncIterable<readonly FoundRow[]>;
  /** What the rejects file begins with; asked for after a row was found. */
  readonly rejectsHead: () => string;
  /** Names that were left out so far, where the kind ignores what it does not know. */
  readonly ignored: () => readonly string[];
}

/** Reads one format: decoded text, cut anywhere, becomes rows of a kind. */
export type OpenReader = (chunks: AsyncIterable<string>, kind: KindShape, mapping: Mapping) => RowReader;
