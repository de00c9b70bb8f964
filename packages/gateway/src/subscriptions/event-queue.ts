import type { ExecutionResult } from 'graphql';
import type { EventId } from './event-id.ts';

/** An executed event on its way to a client. */
export interface QueuedEvent {
  readonly id: EventId;
  readonly result: ExecutionResult;
  /** Size as it is sent. */
  readonly bytes: number;
}

/** How many events and bytes may wait for a client to read them; one event always may. */
export const queueLimits = { events: 256, bytes: 262_144 } as const;

/** Holds the events that a client has not read yet, up to {@link queueLimits}. One reader. */
export class EventQueue {
  readonly #onOverflow: () => void;
  readonly #onEnd: () => void;
  #events: QueuedEvent[] = [];
  #bytes = 0;
  #ended = false;
  #last: ExecutionResult | undefined;
  #wake = (): void => undefined;

  /**
   * @param onOverflow called when an event does not fit; it should {@link EventQueue.end} the queue
   * @param onEnd called once, when the queue ends
   */
  constructor(onOverflow: () => void, onEnd: () => void) {
    this.#onOverflow = onOverflow;
    this.#onEnd = onEnd;
  }

  /** Adds an event, unless the queue has ended. */
  push(event: QueuedEvent): void {
    if (this.#ended) return;
    const isFull = this.#events.length >= queueLimits.events || this.#bytes + event.bytes > queueLimits.bytes;
    if (isFull && this.#events.length > 0) {
      this.#onOverflow();
      return;
    }
    this.#events.push(event);
    this.#bytes += event.bytes;
    this.#wake();
  }

  /** Ends the queue and drops what waits in it: a client that connects again is sent it then. */
  end(last?: ExecutionResult): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#events = [];
    this.#bytes = 0;
    this.#last = last;
    this.#onEnd();
    this.#wake();
  }

  /** The next event; `undefined` once the queue has ended. */
  async next(): Promise<QueuedEvent | undefined> {
    while (this.#events.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const event = this.#events.shift();
    this.#bytes -= event?.bytes ?? 0;
    return event;
  }

  /** Whether it has ended. */
  get ended(): boolean {
    return this.#ended;
  }

  /** What to say at the end, if anything. */
  get last(): ExecutionResult | undefined {
    return this.#last;
  }
}
