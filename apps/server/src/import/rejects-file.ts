import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';

/** One row that did not land. */
export interface Reject {
  /** The line of the file it begins on, the header being 1. */
  readonly line: number;
  /** The column that is wrong; empty where the row as a whole does not read. */
  readonly column: string;
  readonly reason: string;
  readonly fields: readonly string[];
}

/**
 * Where the rejected rows of an import are kept, ready to be mended and imported: line, column and reason before the
 * row's own fields. The file appears whole when the import ends; one from an earlier run goes when nothing is rejected.
 */
export class RejectsFile {
  readonly path: string;
  readonly #headers: readonly string[];
  #stream: WriteStream | undefined;

  constructor(path: string, headers: readonly string[]) {
    this.path = path;
    this.#headers = headers;
  }

  async add(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return;
    if (this.#stream === undefined) {
      this.#stream = createWriteStream(this.#partial);
      await once(this.#stream, 'open');
      this.#stream.write(csvText([['line', 'column', 'reason', ...this.#headers]]));
    }
    const rows = rejects.map(({ line, column, reason, fields }) => [String(line), column, reason, ...fields]);
    if (!this.#stream.write(csvText(rows))) await once(this.#stream, 'drain');
  }

  /** Puts the file in its place, or takes an old one away. */
  async finish(): Promise<void> {
    if (this.#stream === undefined) {
      await rm(this.path, { force: true });
      return;
    }
    await this.#close(this.#stream);
    await rename(this.#partial, this.path);
  }

  /** Leaves what was there before as it was. */
  async abandon(): Promise<void> {
    if (this.#stream === undefined) return;
    await this.#close(this.#stream);
    await rm(this.#partial, { force: true });
  }

  get #partial(): string {
    return `${this.path}.partial`;
  }

  async #close(stream: WriteStream): Promise<void> {
    stream.end();
    await finished(stream);
  }
}

function csvText(rows: readonly (readonly string[])[]): string {
  // Left to itself the writer quotes only the line break it writes, and a CR within a field would end the row.
  return stringify([...rows], { quoted_match: /[\r\n]/ });
}

/** `accounts.csv` has its rejects in `accounts.rejects.csv` beside it; what comes by a pipe, in `stdin.rejects.csv` here. */
export function rejectsPath(file: string): string {
  return file === '-' ? 'stdin.rejects.csv' : `${file.replace(/\.csv$/i, '')}.rejects.csv`;
}
