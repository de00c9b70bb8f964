import { setTimeout as sleep } from 'node:timers/promises';
import { WorkspaceMoved } from '@plimsoll/store';
import type { GatewayContext } from '../context.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import { compareEventIds, type EventId, wholeRevision } from './event-id.ts';
import type { EventBatch, EventSource } from './event-source.ts';
import type { WorkspaceChannel } from './workspace-channel.ts';

/** How often a reading is repeated when the workspace is written to meanwhile. */
const maxAttempts = 5;

/** How many readings a client that comes back is given; what is more was missed. */
const maxCatchUps = 2;

/** How a field's events come about. */
export interface Following<Event> {
  /** The revision that the client knows already: the one of the session that the subscription was opened with. */
  readonly from: string;
  /** Reads what happened after an event. Called again whenever the workspace has moved on. */
  readonly read: (after: EventId, channel: WorkspaceChannel) => Promise<EventBatch<Event>>;
  /** Milliseconds between two readings; several writes in between are read together. @default 0 */
  readonly atMostEvery?: number;
}

/**
 * Turns a workspace's revisions into events, by reading what is new whenever it has moved on: writes that come faster than
 * they can be read are read together, and a notice that is lost costs nothing but time. For a client that comes back it reads
 * what was missed and ends.
 *
 * @throws GatewayError EVENTS_MISSED from the iterator, where more was missed than is read
 */
export function followWorkspace<Event>(context: GatewayContext, following: Following<Event>): AsyncIterable<Event> {
  const { source } = context;
  if (source === undefined) throw new Error('A subscription was executed without a source of events.');
  if (source.after !== null) return catchUp(source, source.after, following);
  source.passed(wholeRevision(following.from));
  return follow(source, following);
}

async function* follow<Event>(source: EventSource, following: Following<Event>): AsyncGenerator<Event> {
  const { channel, signal } = source;
  let upTo = wholeRevision(following.from);
  let hasMore = false;
  for (;;) {
    if (!hasMore) await channel.movedPast(upTo.revision, signal);
    if (signal.aborted) return;
    const batch = await readAgain(source.channel, () => following.read(upTo, source.channel));
    yield* yielded(source, batch);
    upTo = batch.upTo;
    source.passed(upTo);
    hasMore = batch.hasMore === true;
    if (!hasMore) await sleep(following.atMostEvery ?? 0, undefined, { signal }).catch(() => undefined);
  }
}

async function* catchUp<Event>(source: EventSource, after: EventId, following: Following<Event>) {
  if (after.revision > Number(following.from)) throw missed();
  let upTo = after;
  for (let reading = 0; compareEventIds(upTo, wholeRevision(following.from)) < 0; reading++) {
    if (reading === maxCatchUps) throw missed();
    const batch = await readAgain(source.channel, () => following.read(upTo, source.channel));
    yield* yielded(source, batch);
    upTo = batch.upTo;
    if (batch.hasMore !== true) return;
  }
}

function* yielded<Event>(source: EventSource, { events }: EventBatch<Event>): Generator<Event> {
  for (const { id, event } of events) {
    source.next(id);
    yield event;
  }
}

async function readAgain<Value>(channel: WorkspaceChannel, read: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof WorkspaceMoved) || attempt === maxAttempts) throw error;
      channel.refresh();
    }
  }
}

function missed(): GatewayError {
  return new GatewayError(
    'EVENTS_MISSED',
    'More happened since the last event than can be sent again. Fetch the present state anew; events go on from here.',
  );
}
