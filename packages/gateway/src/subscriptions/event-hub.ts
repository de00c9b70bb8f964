import type { ChangeEvent, Store } from '@plimsoll/store';
import type { ExecutionResult } from 'graphql';
import { OpenStreams } from './open-streams.ts';
import { type ExecuteSubscription, SharedOperation } from './shared-operation.ts';
import { stopping } from './stream-error.ts';
import { StreamCounts, type StreamLimits } from './stream-limits.ts';
import { WorkspaceChannel } from './workspace-channel.ts';

/** What an {@link EventHub} is made of. */
export interface EventHubOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly limits: StreamLimits;
}

/** Everything that a gateway's event streams share: it follows the store once, and executes equal subscriptions once. */
export class EventHub {
  readonly store: Store;
  readonly now: () => number;
  readonly streams: OpenStreams;
  readonly counts: StreamCounts;
  readonly #channels = new Map<string, { readonly channel: WorkspaceChannel; users: number }>();
  readonly #operations = new Map<string, Promise<SharedOperation | ExecutionResult>>();
  readonly #unsubscribe: () => void;
  #accessChanges = 0;
  #closed = false;

  constructor({ store, now, limits }: EventHubOptions) {
    this.store = store;
    this.now = now;
    this.streams = new OpenStreams(store, now);
    this.counts = new StreamCounts(limits);
    this.#unsubscribe = store.onChange((change) => this.#changed(change));
  }

  /** How many changes of access were told. A credential that was checked before the last of them may be void. */
  get accessChanges(): number {
    return this.#accessChanges;
  }

  /** Whether {@link EventHub.close} was called. */
  get closed(): boolean {
    return this.#closed;
  }

  /**
   * The operation of a key, which is started where there is none; or the result that says why it cannot be.
   *
   * @param key equal for subscriptions of which each event is the same
   */
  async operation(
    workspace: string,
    key: string,
    execute: ExecuteSubscription,
  ): Promise<SharedOperation | ExecutionResult> {
    for (;;) {
      const running = await (this.#operations.get(key) ?? this.#start(workspace, key, execute));
      if (!(running instanceof SharedOperation) || !running.ended) return running;
    }
  }

  /** Ends every stream and starts no more. */
  close(): void {
    this.#closed = true;
    this.#unsubscribe();
    this.streams.endAll(stopping);
  }

  #start(workspace: string, key: string, execute: ExecuteSubscription): Promise<SharedOperation | ExecutionResult> {
    const used = this.#channels.get(workspace) ?? { channel: new WorkspaceChannel(this.store, workspace), users: 0 };
    this.#channels.set(workspace, used);
    used.users++;
    const forget = (): void => {
      this.#operations.delete(key);
      used.users--;
      if (used.users === 0) this.#channels.delete(workspace);
    };
    const started = SharedOperation.start(used.channel, execute, forget);
    this.#operations.set(key, started);
    return started;
  }

  #changed({ workspace, revision, kind, revoked }: ChangeEvent): void {
    if (kind === 'access') {
      this.#accessChanges++;
      void this.streams.check(workspace, revoked);
    } else {
      this.#channels.get(workspace)?.channel.changed(Number(revision));
    }
  }
}
