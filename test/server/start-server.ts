import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const executable = resolve(import.meta.dirname, '../../apps/server/bin/plimsoll.js');

/** What a command that ran to its end said. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A server under test. */
export interface StartedServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

// Keys that a command keeps are the test's own, and go with its process.
const configFolder = join(tmpdir(), `plimsoll-config-${process.pid}`);
process.once('exit', () => rmSync(configFolder, { recursive: true, force: true }));

function start(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--liftoff-only', executable, ...args], {
    env: { ...process.env, PLIMSOLL_CONFIG_DIR: configFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs `plimsoll` with these arguments to its end. */
export async function runPlimsoll(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  const child = start(args, env);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, stdout, stderr };
}

/** Starts `plimsoll serve` or `demo` on a free port and resolves once it is ready. */
export async function startServer(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<StartedServer> {
  const port = await freePort();
  const child = start([...args, '--port', String(port)], env);
  const said: string[] = [];
  child.stdout?.on('data', (chunk) => said.push(String(chunk)));
  child.stderr?.on('data', (chunk) => said.push(String(chunk)));
  const ended = new Promise<void>((done) => child.on('close', () => done()));
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 90_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`plimsoll ${args.join(' ')} ended:\n${said.join('')}`);
    const ready = await fetch(`${url}/ready`).catch(() => undefined);
    if (ready?.ok === true) break;
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`plimsoll ${args.join(' ')} was not ready in time:\n${said.join('')}`);
    }
    await new Promise((wait) => setTimeout(wait, 100));
  }
  return {
    url,
    process: child,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null ? done(address.port) : fail(new Error('No port')),
      );
    });
  });
}
