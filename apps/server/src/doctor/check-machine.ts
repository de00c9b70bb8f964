import { statSync } from 'node:fs';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import type { StoreOptions } from '@plimsoll/store';
import { powerCutRisk } from '../cli/store-options.ts';
import type { Address } from '../http/listen.ts';
import type { Finding } from './finding.ts';

/** Whether this Node.js is one that Plimsoll is made for. */
export function checkNode(version: string = process.versions.node): Finding {
  const subject = 'Node.js';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 13)) return { status: 'ok', subject, detail: version };
  return {
    status: 'fail',
    subject,
    detail: `${version} is older than 22.13.`,
    mend: 'Install Node.js 24, or run through npx inside the project, which brings its own.',
  };
}

/** Whether the clock can be right: tokens, periods and revocations hang on it. */
export function checkClock(now: number = Date.now()): Finding {
  const subject = 'Clock';
  const built = statSync(new URL('../../package.json', import.meta.url)).mtimeMs;
  const detail = new Date(now).toISOString();
  if (now > built - 86_400_000) return { status: 'ok', subject, detail };
  return {
    status: 'fail',
    subject,
    detail: `${detail} lies before this program was installed.`,
    mend: 'Set the clock, and let it be kept by NTP: tokens are judged by it.',
  };
}

/** Whether a server could listen. */
export async function checkPort({ host, port }: Address): Promise<Finding> {
  const subject = 'Port';
  const code = await new Promise<string | undefined>((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => done(undefined)));
  });
  if (code === undefined) return { status: 'ok', subject, detail: `${port} is free.` };
  return {
    status: 'warn',
    subject,
    detail:
      code === 'EADDRINUSE' ? `${port} is in use: by Plimsoll itself, perhaps.` : `${port} cannot be had (${code}).`,
    mend: `To start another server choose another port: --port ${port + 1}`,
  };
}

const plentyFree = 200_000_000;

/** Whether the folder for the built-in database can be written to and has room. */
export async function checkDataDir(dataDir: string): Promise<Finding> {
  const subject = 'Data folder';
  const path = resolve(dataDir);
  const there = await stat(path).catch(() => undefined);
  if (there !== undefined && !there.isDirectory())
    return { status: 'fail', subject, detail: `${path} is not a folder.`, mend: 'Name another with --data-dir.' };
  const place = there === undefined ? dirname(path) : path;
  const writable = await access(place, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable)
    return {
      status: 'fail',
      subject,
      detail: `This user may not write to ${place}.`,
      mend: 'Give it to this user, or name another with --data-dir.',
    };
  const { bavail, bsize } = await statfs(place);
  if (bavail * bsize < plentyFree)
    return {
      status: 'warn',
      subject,
      detail: `${Math.round((bavail * bsize) / 1e6)} MB are free on the disk of ${place}.`,
      mend: 'Make room: with less than 64 MB the database takes no writes and can only be read.',
    };
  if (process.platform !== 'win32' && there !== undefined && (there.mode & 0o077) !== 0)
    return {
      status: 'warn',
      subject,
      detail: `Other users of this machine may look into ${path} (mode ${(there.mode & 0o777).toString(8)}).`,
      mend: `Take that from them, as signing keys are kept there: chmod 700 ${path}`,
    };
  if (there === undefined) return { status: 'ok', subject, detail: `${path} will be made at the first start.` };
  return { status: 'ok', subject, detail: `${path} can be written to.` };
}

/** Says what a power cut can cost the built-in database. Not a warning, as it is what was chosen. */
export function checkDurability(options: StoreOptions): Finding {
  const risk = powerCutRisk(options);
  const subject = 'Durability';
  if (risk === undefined) return { status: 'ok', subject, detail: 'Each write waits for the disk.' };
  return { status: 'ok', subject, detail: risk.cost, mend: risk.mend };
}
