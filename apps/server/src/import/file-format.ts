import { UsageError } from '../cli/command-error.ts';
import { csvRows } from './csv-rows.ts';
import { ndjsonRows } from './ndjson-rows.ts';
import type { OpenReader } from './row-reader.ts';

/** How rows stand in a file. */
export interface FileFormat {
  readonly name: 'csv' | 'ndjson';
  readonly open: OpenReader;
  readonly extensions: readonly string[];
}

const csv: FileFormat = { name: 'csv', open: csvRows, extensions: ['.csv'] };
const ndjson: FileFormat = { name: 'ndjson', open: ndjsonRows, extensions: ['.ndjson', '.jsonl'] };
const formats: readonly FileFormat[] = [csv, ndjson];

/** Names of the formats, as `--format` takes them. */
export const formatNames: readonly string[] = formats.map(({ name }) => name);

/**
 * The format of a file: the one asked for, else by its extension, else CSV.
 *
 * @throws UsageError where there is no such format
 */
export function formatOf(file: string, asked: string | undefined): FileFormat {
  if (asked === undefined) return formats.find((format) => extensionOf(file, format) !== undefined) ?? csv;
  const found = formats.find(({ name }) => name === asked.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(`"${asked}" is no format. Rows could not be told apart. Give one of ${formatNames.join(', ')}.`);
}

/** `accounts.csv` has its rejects in `accounts.rejects.csv` beside it; what comes by a pipe, in `stdin.rejects.csv` here. */
export function rejectsPath(file: string, format: FileFormat): string {
  const bare = file === '-' ? 'stdin' : file.slice(0, file.length - (extensionOf(file, format) ?? '').length);
  return `${bare}.rejects.${format.name}`;
}

function extensionOf(file: string, { extensions }: FileFormat): string | undefined {
  return extensions.find((extension) => file.toLowerCase().endsWith(extension));
}
