import { type ExecutionResult, GraphQLError } from 'graphql';
import { compareEventIds, type EventId, formatEventId, parseEventId } from './event-id.ts';
import { EventQueue } from './event-queue.ts';
import { masked, type SharedOperation } from './shared-operation.ts';
import { fellBehind, lastEvent, type StreamEnd } from './stream-error.ts';

/** One client's stream of events. */
export interface EventStream extends AsyncIterableIterator<ExecutionResult> {
  /** Ends it with an error. */
  end(end: StreamEnd): void;
}

/**
 * Streams the events of a shared operation to one client: the id from which on it misses nothing, what it missed since its last
 * event, then events as they come. None comes twice.
 *
 * @param after the last event that the client received
 * @param onClose called once, however it ends
 */
export function eventStream(operation: SharedOperation, after: EventId | null, onClose: () => void): EventStream {
  const abort = new AbortController();
  const queue: EventQueue = new EventQueue(
    () => queue.end(lastEvent(fellBehind)),
    // At once, and not when the client has read the last event, which it may never do.
    () => {
      abort.abort();
      operation.leave(queue);
      onClose();
    },
  );
  operation.join(queue);
  // What is sent to the queue from now on comes after this.
  const results = deliver(operation, queue, after, operation.covered, abort.signal);
  const stream: EventStream = {
    next: () => results.next(),
    return: async () => {
      queue.end();
      return results.return(undefined);
    },
    end: (end) => queue.end(lastEvent(end)),
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}

async function* deliver(
  operation: SharedOperation,
  queue: EventQueue,
  after: EventId | null,
  joinedAt: EventId,
  signal: AbortSignal,
): AsyncGenerator<ExecutionResult, undefined> {
  let last = after ?? joinedAt;
  if (after === null) {
    yield { extensions: { eventId: formatEventId(joinedAt) } };
  } else {
    try {
      for await (const result of missed(operation, after, signal)) {
        if (queue.ended) break;
        last = idOf(result) ?? last;
        yield result;
      }
    } catch (error) {
      if (!(error instanceof GraphQLError) || error.extensions.code !== 'EVENTS_MISSED') {
        queue.end({ errors: [masked(error)] });
        if (queue.last !== undefined) yield queue.last;
        return undefined;
      }
      last = joinedAt;
      yield { errors: [error], extensions: { eventId: formatEventId(joinedAt) } };
    }
  }
  for (let event = await queue.next(); event !== undefined; event = await queue.next()) {
    if (compareEventIds(event.id, last) <= 0) continue;
    last = event.id;
    yield event.result;
  }
  if (queue.last !== undefined) yield queue.last;
}

async function* missed(
  operation: SharedOperation,
  after: EventId,
  signal: AbortSignal,
): AsyncGenerator<ExecutionResult> {
  const recent = operation.recentAfter(after);
  if (recent === undefined) yield* operation.catchUp(after, signal);
  else for (const { result } of recent) yield result;
}

function idOf({ extensions }: ExecutionResult): EventId | undefined {
  return typeof extensions?.eventId === 'string' ? parseEventId(extensions.eventId) : undefined;
}
