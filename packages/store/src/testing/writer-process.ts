import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

const script = new URL('./keep-writing.ts', import.meta.url).pathname;

/** A process that writes until it is killed. */
export interface WriterProcess {
  readonly child: ChildProcess;
  /** Revisions that were acknowledged so far. */
  readonly acknowledged: readonly number[];
  /** Ends it with SIGKILL, and resolves once it is gone. */
  kill(): Promise<void>;
}

/** Options of {@link startWriting}. */
interface WriterOptions {
  /** Program and arguments that start it, such as `unshare`. */
  readonly within?: readonly string[];
  readonly durable?: boolean;
}

/**
 * Starts a process that writes, and resolves once it has acknowledged so many batches.
 *
 * @throws what it wrote to standard error, where it ends by itself
 */
export async function startWriting(
  dataDir: string,
  batches: number,
  { within = [], durable = false }: WriterOptions = {},
): Promise<WriterProcess> {
  const [program = '', ...args] = [
    ...within,
    ...[process.execPath, '--conditions=@plimsoll/source', '--no-warnings', script, dataDir],
    ...(durable ? ['durable'] : []),
  ];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const acknowledged: number[] = [];
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    child.on('close', () => reject(new Error(`The writer ended by itself: ${said}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      acknowledged.push(Number(line));
      if (acknowledged.length === batches) resolve();
    });
  });
  return {
    child,
    acknowledged,
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}
