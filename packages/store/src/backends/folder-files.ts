import { chmodSync, closeSync, existsSync, fsyncSync, lstatSync, openSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Takes the rights of group and others from a folder and all that is in it. Changes nothing where it has none. */
export function makePrivate(folder: string): void {
  if (process.platform === 'win32' || !existsSync(folder) || (lstatSync(folder).mode & 0o077) === 0) return;
  for (const { path, isFolder } of below(folder)) chmodSync(path, isFolder ? 0o700 : 0o600);
  // Last, so that a walk that was cut short is begun again.
  chmodSync(folder, 0o700);
}

/** Writes everything in a folder through to the disk, and the folder's own name: `fsync` on each, the folder last. */
export function syncFolder(folder: string): void {
  for (const { path } of below(folder)) syncEntry(path);
  syncEntry(folder);
  syncEntry(dirname(folder));
}

function below(folder: string): readonly { readonly path: string; readonly isFolder: boolean }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isFolder: entry.isDirectory() }));
}

/** Writes one file, or the names in one folder, through to the disk. */
export function syncEntry(path: string): void {
  // Folders cannot be opened on Windows, and need not be.
  if (process.platform === 'win32' && lstatSync(path).isDirectory()) return;
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
