import { DiskFull, type Store } from '@plimsoll/store';
import type { Context } from 'hono';
import type { ServiceState } from './service.ts';

/** How long a database may take to say that it is there, in milliseconds. */
const patience = 2_000;

/** `GET /health`: the process is up. Says nothing about the database, so that a restart is not asked for in vain. */
export function health(context: Context): Response {
  return context.json({ status: 'up' });
}

/**
 * `GET /ready`: the database answers and its schema is up to date, so that requests can be sent here. 503 otherwise.
 * While the disk is full it is still 200, because reading goes on, and `writes` is `refused`.
 */
export async function ready(context: Context, state: ServiceState): Promise<Response> {
  context.header('cache-control', 'no-store');
  switch (state.kind) {
    case 'starting':
      return context.json({ status: 'starting', reason: state.reason }, 503);
    case 'stopping':
      return context.json({ status: 'stopping', reason: 'The server was told to stop.' }, 503);
    case 'serving': {
      const { store } = state.service;
      const answered = await within(patience, store.ping());
      if (!answered) return context.json({ status: 'unavailable', reason: 'The database does not answer.' }, 503);
      return writable(context, store);
    }
  }
}

async function writable(context: Context, store: Store): Promise<Response> {
  const found = { status: 'ready', database: store.backend };
  try {
    await store.checkWritable();
    return context.json(found);
  } catch (error) {
    if (error instanceof DiskFull)
      return context.json({ ...found, writes: 'refused', reason: 'The disk of the database is full.' });
    return context.json({ status: 'unavailable', reason: 'Another process may have opened the database.' }, 503);
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([done, late]);
  clearTimeout(timer);
  return answered;
}
