import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../open-store.ts';
import { mayMount, possible, runs } from '../testing/machine.ts';
import { startWriting } from '../testing/writer-process.ts';

/** Mounts an image of a disk. Its journal is not written by the clock, so that only what is asked for reaches the image. */
function mountImage(image: string, path: string): boolean {
  mkdirSync(path);
  const mounted = runs('mount', '-o', 'loop,commit=300', image, path);
  if (mounted) onTestFinished(() => void execFileSync('umount', ['--lazy', path]));
  return mounted;
}

const mayFormat = mayMount() && runs('mkfs.ext4', '-V');

test.skipIf(!possible('a power cut (needs to mount an image of a disk)', mayFormat))(
  'durable writes outlive a power cut',
  { timeout: 120_000 },
  async ({ skip }) => {
    const folder = mkdtempSync(join(tmpdir(), 'plimsoll-power-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const [image, cut] = [join(folder, 'disk'), join(folder, 'disk-after-the-cut')];
    execFileSync('truncate', ['--size=400M', image]);
    execFileSync('mkfs.ext4', ['-q', image]);
    if (!mountImage(image, join(folder, 'before'))) skip('This machine has no loop devices.');
    const writing = await startWriting(join(folder, 'before', 'data'), 25, { durable: true });
    writing.child.kill('SIGSTOP');
    const acknowledged = writing.acknowledged.at(-1) ?? 25;
    // The image has what the file system has sent to its disk, and nothing of what is still in memory.
    copyFileSync(image, cut);
    await writing.kill();

    mountImage(cut, join(folder, 'after'));
    const store = await openStore({ dataDir: join(folder, 'after', 'data') });
    const workspace = store.workspace('acme');
    const { revision } = await workspace.info();
    const counts = await workspace.counts();
    await store.close();
    expect(Number(revision)).toBeGreaterThanOrEqual(acknowledged);
    expect([counts.accounts, counts.movements]).toEqual([Number(revision) * 10, Number(revision) * 10]);
  },
);
