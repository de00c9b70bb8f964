import { setImmediate } from 'node:timers/promises';

/** Milliseconds of computation after which other requests get a turn of the event loop. */
const maxMilliseconds = 8;

// One thread serves every request, so the time since the last turn is the process's.
let last = performance.now();

/**
 * Yield to the event loop where computation has kept it for more than 8 milliseconds, so that timers, sockets and other requests
 * are served between two blocks of work; then stop where the request was aborted meanwhile.
 *
 * @param signal aborted when nobody waits for the result any more
 * @throws the signal's reason
 */
export async function pause(signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  if (performance.now() - last < maxMilliseconds) return;
  await setImmediate();
  last = performance.now();
  signal?.throwIfAborted();
}

/** Settle with a promise, or reject as soon as a signal is aborted. What the promise does then goes on for others. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  if (signal.aborted) {
    promise.catch(() => undefined);
    return Promise.reject(signal.reason);
  }
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
