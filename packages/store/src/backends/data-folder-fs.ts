import { closeSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import type { DiskSpace } from './disk-space.ts';

/** `ENOSPC` and `EDQUOT` as WebAssembly's system interface numbers them. */
const noSpace = 51;
const overQuota = 19;

const fileType = 0o170000;
const directory = 0o040000;

interface Stream {
  readonly path: string;
  /** The descriptor that the operating system gave. */
  readonly nfd: number;
}

interface Attributes {
  readonly mode?: number;
  readonly size?: number;
}

type Write = (stream: Stream, buffer: Uint8Array, offset: number, length: number, position?: number) => number;

/** Emscripten's file system over the host's (NODEFS), as far as it is used here; PGlite's types leave it out. */
interface HostFiles {
  /** Turns an error of the host into one that PostgreSQL is told of by its number. */
  tryFSOperation<T>(work: () => T): T;
  realPath(node: unknown): string;
  createNode(parent: unknown, name: string, mode: number, device: number): unknown;
  readonly node_ops: {
    mknod(parent: unknown, name: string, mode: number, device: number): unknown;
    setattr(node: unknown, attributes: Attributes): void;
  };
  readonly stream_ops: {
    write: Write;
    setattr(stream: Stream, attributes: Attributes): void;
    fsync?(stream: Stream): number;
  };
}

interface ErrorNumbers {
  readonly ErrnoError: new (errno: number) => Error;
}

/**
 * PGlite's files in a folder of the host: `NodeFS` with what a server needs of it.
 *
 * - `fsync` reaches the operating system. PGlite's own does nothing, so that PostgreSQL would believe in vain that its
 *   log is on the disk. (`fdatasync` cannot be mended from here: run PostgreSQL with `wal_sync_method=fsync`.)
 * - Folders are made 0700 and files 0600; PGlite would make them writable to everybody.
 * - A full disk is noticed while it is still harmless: tables stop growing at a reserve ({@link DiskSpace}), which ends
 *   the statement alone, and space is set free for the log, whose failure would end the database. A file that grows is
 *   filled with zeros, not left sparse, so that writing to it later does not need space.
 */
export class DataFolderFs extends NodeFS {
  readonly #space: DiskSpace;
  #guarded = false;

  constructor(folder: string, space: DiskSpace) {
    super(folder);
    this.#space = space;
  }

  /** Refuses growth of tables when space is low, from now on; recovery and start are to use what there is. */
  guard(): void {
    this.#guarded = true;
  }

  /** Lets go of files and timers of a database that has ended, or did not start. */
  abandon(): void {
    for (const end of [() => this.pg?.Module.FS.quit(), () => this.pg?.Module._emscripten_force_exit(1)]) {
      try {
        end();
      } catch {
        // It leaves by an exception.
      }
    }
  }

  override async init(...[pglite, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pglite, {
      ...options,
      preRun: [
        ...(options.preRun ?? []),
        // The module carries both; its types name only one, and not what is used of it.
        (module) => this.#adapt(module as unknown as { readonly NODEFS: HostFiles; readonly FS: ErrorNumbers }),
      ],
    });
    return { emscriptenOpts };
  }

  #adapt({ NODEFS: host, FS: { ErrnoError } }: { readonly NODEFS: HostFiles; readonly FS: ErrorNumbers }): void {
    const { node_ops: nodes, stream_ops: streams } = host;
    // In this order: a file that could not be made must not seem to be there.
    nodes.mknod = (parent, name, wanted, device) => {
      const [path, mode] = [join(host.realPath(parent), name), privateMode(wanted)];
      this.#withBallast(() => host.tryFSOperation(() => create(path, mode)));
      return host.createNode(parent, name, mode, device);
    };
    const { setattr } = nodes;
    nodes.setattr = (node, attributes) => setattr(node, privately(attributes));

    const refuseGrowth = (stream: Stream, size: number): void => {
      if (!this.#guarded || !isTable(stream) || !this.#space.isLow()) return;
      if (size > fstatSync(stream.nfd).size) throw new ErrnoError(noSpace);
    };
    const { write, setattr: setStreamAttributes } = streams;
    streams.write = (stream, buffer, offset, length, position) => {
      if (position !== undefined) refuseGrowth(stream, position + length);
      if (isTable(stream)) return write(stream, buffer, offset, length, position);
      return this.#withBallast(() => write(stream, buffer, offset, length, position));
    };
    streams.setattr = (stream, attributes) => {
      if (attributes.size === undefined) return setStreamAttributes(stream, privately(attributes));
      refuseGrowth(stream, attributes.size);
      host.tryFSOperation(() => resize(stream.nfd, attributes.size ?? 0));
    };
    streams.fsync = (stream) => {
      host.tryFSOperation(() => fsyncSync(stream.nfd));
      return 0;
    };
  }

  /** Does what must not fail for want of space, if need be with the space that was kept back. */
  #withBallast<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!isOutOfSpace(error) || !this.#space.releaseBallast()) throw error;
      return work();
    }
  }
}

function create(path: string, mode: number): void {
  if ((mode & fileType) === directory) mkdirSync(path, mode & 0o777);
  else closeSync(openSync(path, 'w', mode & 0o777));
}

function isTable({ path }: Stream): boolean {
  return path.startsWith(`${PGlite.paths.PGDATA}/base/`);
}

function isOutOfSpace(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('errno' in error)) return false;
  return error.errno === noSpace || error.errno === overQuota;
}

function privateMode(mode: number): number {
  return (mode & ~0o777) | ((mode & fileType) === directory ? 0o700 : 0o600);
}

function privately(attributes: Attributes): Attributes {
  return attributes.mode === undefined ? attributes : { ...attributes, mode: privateMode(attributes.mode) };
}

const zeros = Buffer.alloc(262_144);

/** Truncates a file, or fills it with zeros up to a size: all or nothing. */
function resize(file: number, size: number): void {
  const before = fstatSync(file).size;
  try {
    for (let end = before; end < size; ) end += writeSync(file, zeros, 0, Math.min(zeros.length, size - end), end);
    if (size < before) ftruncateSync(file, size);
  } catch (error) {
    ftruncateSync(file, before);
    throw error;
  }
}
