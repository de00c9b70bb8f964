import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { UsageError } from '../cli/command-error.ts';

/** A file as text, and how far it has been read. */
export interface TextSource {
  readonly chunks: AsyncIterable<string>;
  /** Bytes in all; `undefined` where it comes by a pipe. */
  readonly size: number | undefined;
  /** Bytes read so far. */
  readonly position: () => number;
}

/**
 * Opens a file of UTF-8 text, `-` for standard input. A byte order mark is passed over.
 *
 * @throws UsageError where there is no such file, or while reading where it cannot be read, is UTF-16 or no text
 */
export async function openText(file: string): Promise<TextSource> {
  const found = file === '-' ? undefined : await sizeOf(file);
  const bytes: AsyncIterable<Buffer> = file === '-' ? process.stdin : createReadStream(file);
  let read = 0;
  async function* decode(): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8');
    try {
      for await (const chunk of bytes) {
        if (read === 0) refuseOtherEncodings(file, chunk);
        read += chunk.length;
        yield decoder.decode(chunk, { stream: true });
      }
    } catch (error) {
      throw isSystemError(error) ? unreadable(file, read, error) : error;
    }
    yield decoder.decode();
  }
  return { chunks: decode(), size: found, position: () => read };
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function unreadable(file: string, read: number, error: NodeJS.ErrnoException): UsageError {
  const what = read === 0 ? 'Nothing was imported' : 'Rows up to there may have been imported';
  return new UsageError(
    `"${file}" cannot be read (${error.message}). ${what}. Check that this user may read it and that its disk works; importing it again changes nothing that is there.`,
  );
}

async function sizeOf(file: string): Promise<number> {
  try {
    const info = await stat(file);
    if (info.isFile()) return info.size;
  } catch {
    // The sentence below fits both cases.
  }
  throw new UsageError(
    `There is no file "${file}". Nothing was imported. Check the path, or give - to read from a pipe.`,
  );
}

function refuseOtherEncodings(file: string, start: Buffer): void {
  const wide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (wide || start.subarray(0, 1_000).includes(0))
    throw new UsageError(
      `"${file}" is not UTF-8 text. Its columns cannot be read. Save it as UTF-8, which spreadsheets call "CSV UTF-8", and import that.`,
    );
}
