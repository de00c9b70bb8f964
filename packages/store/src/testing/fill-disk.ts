import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Fills the disk of a folder to the last byte, as another program might. @returns makes room again */
export function fillDisk(folder: string): () => void {
  const path = join(folder, 'of-another-program');
  const file = openSync(path, 'a');
  for (let size = 1_048_576; size >= 512; ) {
    try {
      if (writeSync(file, Buffer.alloc(size)) < size) size /= 2;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      size /= 2;
    }
  }
  closeSync(file);
  return () => rmSync(path);
}
