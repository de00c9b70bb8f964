import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

/** One row that did not land. */
export interface Reject {
  readonly line: number;
  /** As the file is to hold it, its line break included. */
  readonly text: string;
}

/**
 * Where the rejected rows of an import are kept, ready to be mended and imported: each with its line, the column and
 * the reason. The file appears whole when the import ends; one from an earlier run goes when nothing is rejected.
 */
export class RejectsFile {
  readonly path: string;
  readonly #head: () => string;
  #stream: WriteStream | undefined;

  /** @param head what the file begins with; asked for with the first rejects */
  constructor(path: string, head: () => string) {
    this.path = path;
    this.#head = head;
  }

  async add(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return;
    if (this.#stream === undefined) {
      this.#stream = createWriteStream(this.#partial);
      await once(this.#stream, 'open');
      this.#stream.write(this.#head());
    }
    if (!this.#stream.write(rejects.map(({ text }) => text).join(''))) await once(this.#stream, 'drain');
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
