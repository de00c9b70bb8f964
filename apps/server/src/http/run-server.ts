import { DatabaseUnavailable, DiskFull } from '@plimsoll/store';
import type { Logger } from 'pino';
import { createApp } from './create-app.ts';
import { type Address, type Listener, listen } from './listen.ts';
import type { Service, ServiceState } from './service.ts';

/** What a server is started with. */
export interface ServerOptions {
  readonly address: Address;
  /** The command that started it, for messages. */
  readonly command: string;
  readonly logger: Logger;
  readonly storybookDir: string;
  /** Whether `X-Forwarded-For` comes from a proxy in front of the server. @default false */
  readonly trustProxy?: boolean;
  /** What to say to those who come before the records are open. */
  readonly greeting: string;
  /** Opens the records; ends early when the signal fires. */
  readonly open: (signal: AbortSignal, progress: (reason: string) => void) => Promise<Service>;
  /** Whether to try again while the database is away; while its disk is full, it is always tried again. */
  readonly retry: boolean;
  readonly onReady: (listener: Listener, service: Service) => void;
}

/**
 * Listens at once, opens the records, and answers until the process is told to stop; then finishes what is under way.
 *
 * @returns the exit code
 * @throws whatever opening throws, once nothing listens any more
 */
export async function runServer(options: ServerOptions): Promise<number> {
  const { logger } = options;
  const stop = stopSignal();
  let state: ServiceState = { kind: 'starting', reason: options.greeting };
  const { storybookDir, trustProxy = false } = options;
  const app = createApp({ state: () => state, logger, storybookDir, trustProxy });
  const listener = await listen(app, options.address, options.command);
  const told = (reason: string): void => {
    state = { kind: 'starting', reason };
  };
  let service: Service | undefined;
  try {
    service = await openWithPatience(options, stop, told);
    if (service !== undefined && !stop.aborted) {
      state = { kind: 'serving', service };
      options.onReady(listener, service);
      await aborted(stop);
    }
  } finally {
    state = { kind: 'stopping' };
    const closed = listener.close();
    await service?.gateway.dispose();
    await closed;
    await service?.store.close();
    logger.info('stopped');
  }
  return 0;
}

/** The longest wait between two tries, in milliseconds. */
const longestWait = 15_000;

async function openWithPatience(
  { open, retry, logger }: ServerOptions,
  stop: AbortSignal,
  told: (reason: string) => void,
): Promise<Service | undefined> {
  for (let wait = 500; !stop.aborted; wait = Math.min(wait * 2, longestWait)) {
    try {
      return await open(stop, told);
    } catch (error) {
      if (stop.aborted) return undefined;
      const isFull = error instanceof DiskFull;
      if (!isFull && !(retry && error instanceof DatabaseUnavailable)) throw error;
      told(
        isFull
          ? 'The disk of the database is full. Everything comes back by itself when there is room.'
          : 'The database is away. Everything comes back by itself when it does.',
      );
      logger.warn({ retryInMilliseconds: wait }, error.message);
      await pause(wait, stop);
    }
  }
  return undefined;
}

/** Fires at the first SIGINT or SIGTERM. A second one ends the process on the spot. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return controller.signal;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
