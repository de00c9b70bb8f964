import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Runs a program of the machine. @returns whether it succeeded */
export function runs(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Whether something is possible here; where it is not, says so on the terminal, so that no skipped test goes unseen. */
export function possible(what: string, isPossible: boolean): boolean {
  if (!isPossible) process.stderr.write(`\nSKIPPED, because this machine does not allow it: ${what}\n`);
  return isPossible;
}

/** Whether this process may mount file systems of the kernel's memory. */
export function mayMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), 'plimsoll-mount-'));
  const mounted = process.platform === 'linux' && runs('mount', '-t', 'tmpfs', '-o', 'size=1m', 'none', probe);
  if (mounted) runs('umount', probe);
  rmSync(probe, { recursive: true });
  return mounted;
}

/** A disk of so many MB, which goes with the test. */
export function smallDisk(megabytes: number): string {
  const path = mkdtempSync(join(tmpdir(), 'plimsoll-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'none', path]);
  onTestFinished(() => {
    // Lazily, as a process that a test has just killed may hold it for a moment.
    execFileSync('umount', ['--lazy', path]);
    rmSync(path, { recursive: true });
  });
  return path;
}
