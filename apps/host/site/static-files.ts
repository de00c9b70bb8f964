import { readFile } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';

/** A file as it is sent. */
export interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** Whether its name changes whenever its content does. */
  readonly hashed: boolean;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Reads the file that a URL's path names inside a folder.
 *
 * @param pathname as the URL has it, still percent-encoded
 * @returns `undefined` for a path that leaves the folder, is hidden, is malformed, has an unknown ending, or names no file
 */
export async function readStaticFile(folder: string, pathname: string): Promise<StaticFile | undefined> {
  const path = pathWithin(folder, pathname);
  const contentType = contentTypes[extname(pathname)];
  if (path === undefined || contentType === undefined) return undefined;
  try {
    // Vite puts what it has hashed into assets, and nothing else.
    return { body: await readFile(path), contentType, hashed: relative(folder, path).startsWith(`assets${sep}`) };
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

function pathWithin(folder: string, pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  // Decoded slashes and dots may climb, which the URL's own parser could not see.
  if (/[\0\\]|(^|\/)\./.test(decoded)) return undefined;
  const root = resolve(folder);
  const path = resolve(join(root, decoded));
  return path.startsWith(root + sep) ? path : undefined;
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
}
