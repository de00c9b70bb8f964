import { randomFillSync } from 'node:crypto';
import { closeSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DiskFull, InvalidSetting } from '../errors.ts';

const megabyte = 1_048_576;

/** Bytes of the file that is given up when the log of a transaction under way does not fit on the disk. */
const ballastBytes = 32 * megabyte;

/** Milliseconds for which free space that was read counts as known. */
const freshFor = 10;

/**
 * Free space on the disk of a data folder, and what is kept back of it.
 *
 * PostgreSQL ends when its log cannot grow. So that it never comes to that, writes are refused while less than a reserve
 * is free, tables stop growing at half of it, and a file of 32 MB (`ballast`) is deleted when another program has filled
 * the disk all the same: then what is under way can end, and be read. The file is made again once there is room.
 */
export class DiskSpace {
  readonly #dataDir: string;
  readonly #reserve: number;
  #free = Number.POSITIVE_INFINITY;
  #readAt = Number.NEGATIVE_INFINITY;

  /**
   * @param reserve MB that have to be free for writes, at least 32: half of it is one file of the log
   * @throws InvalidSetting
   */
  constructor(dataDir: string, reserve: number) {
    if (!(reserve >= 32)) {
      throw new InvalidSetting(
        `InvalidSetting: the disk reserve is ${reserve}, and has to be 32 MB or more. The database ends when its log does not fit on the disk. Give a number of MB.`,
        'diskReserve',
      );
    }
    this.#dataDir = dataDir;
    this.#reserve = reserve * megabyte;
  }

  /** @throws DiskFull where less is free than writes need */
  assertRoom(): void {
    if (!this.hasRoom()) throw this.diskFull(undefined, 'readable');
    if (this.#free >= this.#reserve + ballastBytes) this.#makeBallast();
  }

  /** Whether as much is free as writes need. */
  hasRoom(): boolean {
    return this.#readFree() >= this.#reserve;
  }

  /** Whether tables and temporary files may not grow any more. */
  isLow(): boolean {
    if (performance.now() - this.#readAt > freshFor) this.#readFree();
    return this.#free < this.#reserve / 2;
  }

  /** Gives up the ballast. @returns whether there was one */
  releaseBallast(): boolean {
    const path = this.#ballastPath;
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return false;
    rmSync(path, { force: true });
    return true;
  }

  /** @param state whether the database can still be read, or has stopped until there is room */
  diskFull(cause: unknown, state: 'readable' | 'stopped'): DiskFull {
    const [free, needed] = [Math.floor(this.#readFree() / megabyte), Math.ceil(this.#reserve / megabyte)];
    const consequence =
      state === 'readable'
        ? 'Nothing was written; what was acknowledged before is kept and can be read. Make room on the disk: writes are taken again without a restart.'
        : 'The database in process has stopped, and what was acknowledged is kept. Make room on the disk: it starts again by itself.';
    return new DiskFull(
      `DiskFull: the disk of the data folder "${this.#dataDir}" has ${free} MB free, and writing needs ${needed} MB. ${consequence}`,
      { cause },
    );
  }

  get #ballastPath(): string {
    return join(this.#dataDir, 'ballast');
  }

  #readFree(): number {
    this.#readAt = performance.now();
    try {
      const { bavail, bsize } = statfsSync(this.#dataDir);
      this.#free = bavail * bsize;
    } catch {
      // A file system that does not say how much is free refuses by itself.
      this.#free = Number.POSITIVE_INFINITY;
    }
    return this.#free;
  }

  /** Random bytes, so that no file system stores fewer than there are. */
  #makeBallast(): void {
    const path = this.#ballastPath;
    if (statSync(path, { throwIfNoEntry: false })?.size === ballastBytes) return;
    const block = randomFillSync(Buffer.alloc(megabyte));
    try {
      const file = openSync(path, 'w', 0o600);
      try {
        for (let written = 0; written < ballastBytes; ) written += writeSync(file, block);
      } finally {
        closeSync(file);
      }
    } catch {
      rmSync(path, { force: true });
    }
  }
}
