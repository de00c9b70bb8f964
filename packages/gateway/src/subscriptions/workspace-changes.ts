import type { ChangeEvent } from '@plimsoll/store';
import { Repeater } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';

/**
 * Turns a workspace's changes into events, one after the other, for as long as somebody listens and their token holds.
 * When it expires, or the gateway goes, the stream ends: whoever wants to go on listening shows a new one.
 *
 * @param toEvent the event of a change, or `null` for one the viewer is not told of
 * @param atMostEvery milliseconds between two changes that are looked at; of those in between, the last is. @default 0 all
 */
export function workspaceChanges<Event>(
  context: GatewayContext,
  toEvent: (change: ChangeEvent) => Promise<Event | null>,
  atMostEvery = 0,
): AsyncIterable<Event> {
  const { store, viewer, now, closing } = context;
  return new Repeater<Event>(async (push, stop) => {
    let last = Promise.resolve();
    const tell = (change: ChangeEvent): void => {
      last = last
        .then(() => toEvent(change))
        .then((event) => {
          // Rejects when a listener lags a thousand events behind; the stream then ends and the client starts afresh.
          if (event !== null) Promise.resolve(push(event)).catch(stop);
        })
        .catch(stop);
    };
    const pace = paced(tell, atMostEvery);
    const unsubscribe = store.onChange((change) => {
      if (change.workspace === viewer.workspace) pace.take(change);
    });
    const timer =
      viewer.expiresAt === null ? undefined : setTimeout(() => stop(), Math.max(0, viewer.expiresAt - now()));
    const end = (): void => stop();
    closing.addEventListener('abort', end);
    // It may have gone between the request and the first event asked for.
    if (closing.aborted) end();
    await stop;
    closing.removeEventListener('abort', end);
    clearTimeout(timer);
    pace.stop();
    unsubscribe();
  });
}

/** Hands the first of what comes on at once, and then at most one at a time: the last that came in between. */
function paced<Value>(hand: (value: Value) => void, atMostEvery: number): { take(value: Value): void; stop(): void } {
  if (atMostEvery === 0) return { take: hand, stop: () => undefined };
  let waiting: { readonly value: Value } | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const take = (value: Value): void => {
    if (quiet !== undefined) {
      waiting = { value };
      return;
    }
    hand(value);
    quiet = setTimeout(() => {
      quiet = undefined;
      const next = waiting;
      waiting = undefined;
      if (next !== undefined) take(next.value);
    }, atMostEvery);
  };
  return { take, stop: () => clearTimeout(quiet) };
}
