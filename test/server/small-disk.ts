import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few hundred MB. */
export interface SmallDisk {
  readonly path: string;
  /** Fills it to the last byte, as another program might. */
  fill(): void;
  /** Takes away what filled it. */
  makeRoom(): void;
  remove(): void;
}

/** Mounts a disk of so many MB; `undefined`, and a line on the terminal, where this machine does not allow it. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'plimsoll-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', path], { stdio: 'ignore' });
  } catch {
    rmSync(path, { recursive: true });
    process.stderr.write(
      '\nSKIPPED, because this machine does not allow it: a full disk (needs to mount a small one)\n',
    );
    return undefined;
  }
  const filling = join(path, 'of-another-program');
  return {
    path,
    fill: () => {
      const file = openSync(filling, 'a');
      for (let size = 1_048_576; size >= 512; ) {
        try {
          if (writeSync(file, Buffer.alloc(size)) < size) size /= 2;
        } catch {
          size /= 2;
        }
      }
      closeSync(file);
    },
    makeRoom: () => rmSync(filling),
    remove: () => {
      execFileSync('umount', ['--lazy', path]);
      rmSync(path, { recursive: true });
    },
  };
}
