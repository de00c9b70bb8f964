import { setImmediate } from 'node:timers/promises';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { isAsyncIterable } from 'graphql-yoga';
import { maskUnexpected } from '../plugins/use-error-codes.ts';
import { encodeEvent, withEventId } from './encode-event.ts';
import { compareEventIds, type EventId, formatEventId, wholeRevision } from './event-id.ts';
import type { EventQueue, QueuedEvent } from './event-queue.ts';
import type { EventSource } from './event-source.ts';
import type { WorkspaceChannel } from './workspace-channel.ts';

/** Executes a subscription over a source of events: its results, or why there are none. */
export type ExecuteSubscription = (source: EventSource) => Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;

/** How much of the latest events is kept for clients that come back. */
const kept = { events: 32, bytes: 65_536 } as const;

/**
 * Executes one subscription for every client that asks the same with the same rights: each event once, the result to all.
 * Keeps the latest events for clients that come back, and ends with its last client.
 */
export class SharedOperation {
  readonly #channel: WorkspaceChannel;
  readonly #execute: ExecuteSubscription;
  readonly #queues = new Set<EventQueue>();
  readonly #abort = new AbortController();
  #recent: QueuedEvent[] = [];
  #recentBytes = 0;
  /** The event that {@link SharedOperation.#recent} follows on. */
  #recentFrom = wholeRevision(-1);
  #covered = wholeRevision(-1);
  #nextId = wholeRevision(-1);

  private constructor(channel: WorkspaceChannel, execute: ExecuteSubscription) {
    this.#channel = channel;
    this.#execute = execute;
  }

  /**
   * Starts the execution: the operation, or the result that says why there is none.
   *
   * @param onEnd called once, when it ends or does not begin
   */
  static async start(
    channel: WorkspaceChannel,
    execute: ExecuteSubscription,
    onEnd: () => void,
  ): Promise<SharedOperation | ExecutionResult> {
    const operation = new SharedOperation(channel, execute);
    operation.#abort.signal.addEventListener('abort', onEnd, { once: true });
    const results = await operation.#executed({
      channel,
      after: null,
      signal: operation.#abort.signal,
      next: (id) => {
        operation.#nextId = id;
      },
      passed: (id) => {
        operation.#covered = id;
      },
    });
    if (!isAsyncIterable(results)) {
      operation.#abort.abort();
      return results;
    }
    operation.#recentFrom = operation.#covered;
    void operation.#pump(results[Symbol.asyncIterator]());
    return operation;
  }

  /** The event up to which everything was sent to those who listen. */
  get covered(): EventId {
    return this.#covered;
  }

  /** Whether it has ended, so that nobody can join. */
  get ended(): boolean {
    return this.#abort.signal.aborted;
  }

  /** Sends events to a queue from now on. */
  join(queue: EventQueue): void {
    this.#queues.add(queue);
  }

  /** Sends no more to a queue, and ends with the last. */
  leave(queue: EventQueue): void {
    this.#queues.delete(queue);
    if (this.#queues.size === 0) this.#abort.abort();
  }

  /** The events after one, where they are all kept. */
  recentAfter(after: EventId): readonly QueuedEvent[] | undefined {
    if (compareEventIds(after, this.#recentFrom) < 0 || compareEventIds(after, this.#covered) > 0) return undefined;
    return this.#recent.filter(({ id }) => compareEventIds(id, after) > 0);
  }

  /** Executes what happened after an event, for one client that comes back. The results bear their ids. */
  async *catchUp(after: EventId, signal: AbortSignal): AsyncGenerator<ExecutionResult> {
    let id = after;
    if (after.revision > this.#covered.revision) this.#channel.refresh();
    const results = await this.#executed({
      channel: this.#channel,
      after,
      signal,
      next: (next) => {
        id = next;
      },
      passed: () => undefined,
    });
    if (!isAsyncIterable(results)) {
      yield results;
      return;
    }
    for await (const result of results) yield identified(result, id);
  }

  async #executed(source: EventSource): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    try {
      return await this.#execute(source);
    } catch (error) {
      return { errors: [masked(error)] };
    }
  }

  async #pump(results: AsyncIterator<ExecutionResult>): Promise<void> {
    try {
      for (;;) {
        const { done, value } = await results.next();
        if (done === true) break;
        this.#send(value);
        // Clients read what they were sent before the next event is executed.
        await setImmediate();
      }
      this.#end();
    } catch (error) {
      this.#end({ errors: [masked(error)] });
    }
  }

  #send(value: ExecutionResult): void {
    const id = this.#nextId;
    const result = identified(value, id);
    const event = { id, result, bytes: encodeEvent(result).byteLength };
    this.#covered = id;
    this.#keep(event);
    for (const queue of [...this.#queues]) queue.push(event);
  }

  #keep(event: QueuedEvent): void {
    this.#recent.push(event);
    this.#recentBytes += event.bytes;
    while (this.#recent.length > kept.events || this.#recentBytes > kept.bytes) {
      const oldest = this.#recent.shift();
      if (oldest === undefined) return;
      this.#recentBytes -= oldest.bytes;
      this.#recentFrom = oldest.id;
    }
  }

  #end(last?: ExecutionResult): void {
    this.#abort.abort();
    for (const queue of [...this.#queues]) queue.end(last);
  }
}

/**
 * An event's result with its id.
 *
 * @throws the error of one that could not be read at the moment: the stream ends before it, so that a client which comes back
 *   is sent it again
 */
function identified(value: ExecutionResult, id: EventId): ExecutionResult {
  const errors = value.errors?.map(masked);
  const unavailable = errors?.find(({ extensions }) => extensions.code === 'UNAVAILABLE');
  if (unavailable !== undefined) throw unavailable;
  return withEventId(errors === undefined ? value : { ...value, errors }, formatEventId(id));
}

/** An error as clients may see it. */
export function masked(error: unknown): GraphQLError {
  const shown = maskUnexpected(error, '');
  return shown instanceof GraphQLError ? shown : new GraphQLError(shown.message, { originalError: shown });
}
