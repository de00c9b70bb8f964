import { readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process that holds a data folder, as it describes itself. Read for messages only; the lock itself is the kernel's. */
export interface LockHolder {
  readonly pid: number;
  /** Host name, which in a container is usually the container's id. */
  readonly host: string | null;
  /** Identifies the namespace that `pid` counts in; `null` where the system has none. */
  readonly pidNamespace: string | null;
}

/** Describes this process. */
export async function thisProcess(): Promise<LockHolder> {
  const pidNamespace = await readlink('/proc/self/ns/pid').catch(() => null);
  return { pid: process.pid, host: hostname(), pidNamespace };
}

/** Names a holder so that whoever reads the message can find it: by pid, and by host where it is in another container. */
export async function describeHolder(holder: LockHolder | undefined): Promise<string> {
  if (holder === undefined) return 'another process';
  const own = await thisProcess();
  if (holder.host !== own.host || holder.pidNamespace !== own.pidNamespace) {
    return `process ${holder.pid} in another container or on another host (pid ${holder.pid} on ${holder.host ?? 'an unknown host'})`;
  }
  return holder.pid === own.pid ? `this process already (pid ${own.pid})` : `process ${holder.pid} (pid ${holder.pid})`;
}
