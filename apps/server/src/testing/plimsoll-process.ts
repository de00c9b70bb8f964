import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const executable = fileURLToPath(new URL('../../bin/plimsoll.js', import.meta.url));

/** What a finished process left. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A `plimsoll` that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly outcome: Promise<Outcome>;
}

/** Starts the executable in a folder, as a user would. */
export function startPlimsoll(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const { DATABASE_URL: _url, PORT: _port, LOG_LEVEL: _level, ...rest } = process.env;
  const child = spawn(process.execPath, [executable, ...args], {
    cwd,
    env: { ...rest, NODE_OPTIONS: '', ...env },
  });
  // A process that refuses its arguments does not read its input.
  child.stdin.on('error', () => undefined);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const outcome = new Promise<Outcome>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, outcome };
}

/** Runs the executable to its end. */
export async function plimsoll(cwd: string, args: readonly string[], input?: string): Promise<Outcome> {
  const { child, outcome } = startPlimsoll(cwd, args);
  child.stdin?.end(input ?? '');
  return outcome;
}

/** A folder that goes with the test. */
export async function scratchFolder(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'plimsoll-test-'));
  // A database started for a test may run as another user.
  await chmod(path, 0o755);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Waits until something holds; what it holds with is returned. */
export async function until<T>(what: string, probe: () => Promise<T | undefined>, seconds = 40): Promise<T> {
  const end = Date.now() + seconds * 1_000;
  while (Date.now() < end) {
    const found = await probe().catch(() => undefined);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Waited ${seconds} s in vain: ${what}`);
}
