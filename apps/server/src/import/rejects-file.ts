import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { CommandError } from '../cli/command-error.ts';

/** One row that did not land. */
export interface Reject {
  readonly line: number;
  /** As the file is to hold it, its line break included. */
  readonly text: string;
}

/** The rejected rows of an import cannot be written down. */
class RejectsUnwritable extends CommandError {
  override readonly name = 'RejectsUnwritable';

  constructor(path: string, cause: unknown) {
    super(
      `RejectsUnwritable: the rejected rows cannot be written to "${path}" (${cause instanceof Error ? cause.message : String(cause)}). Without them it would not be known what did not land, so the import was stopped; the rows before stay. Make room, or let this user write there, and import the file again: what is there already is left as it is.`,
      { cause },
    );
  }
}

/**
 * Where the rejected rows of an import are kept, ready to be mended and imported: each with its line, the column and
 * the reason. The file appears whole when the import ends, readable by its owner alone; one from an earlier run goes when
 * nothing is rejected.
 *
 * Every method throws CommandError where the file system refuses.
 */
export class RejectsFile {
  readonly path: string;
  readonly #head: () => string;
  #file: FileHandle | undefined;

  /** @param head what the file begins with; asked for with the first rejects */
  constructor(path: string, head: () => string) {
    this.path = path;
    this.#head = head;
  }

  async add(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return;
    await this.#told(async () => {
      const isFirst = this.#file === undefined;
      this.#file ??= await open(this.#partial, 'w', 0o600);
      const text = rejects.map((reject) => reject.text).join('');
      await this.#file.appendFile(isFirst ? this.#head() + text : text);
    });
  }

  /** Puts the file in its place, or takes an old one away. */
  async finish(): Promise<void> {
    await this.#told(async () => {
      if (this.#file === undefined) return rm(this.path, { force: true });
      await this.#file.close();
      await rename(this.#partial, this.path);
    });
  }

  /** Leaves what was there before as it was. Never throws. */
  async abandon(): Promise<void> {
    if (this.#file === undefined) return;
    await this.#file.close().catch(() => undefined);
    await rm(this.#partial, { force: true }).catch(() => undefined);
  }

  get #partial(): string {
    return `${this.path}.partial`;
  }

  async #told(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw new RejectsUnwritable(this.path, error);
    }
  }
}
