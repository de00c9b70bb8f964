import type { Viewer } from '../auth/viewer.ts';
import { type StreamEnd, streamError } from './stream-error.ts';

/** How many event streams may be open at a time. */
export interface StreamLimits {
  /**
   * Streams of one token or API key.
   * @default 250
   */
  readonly perCredential: number;
  /**
   * Different subscriptions of one token or API key. Equal ones are executed once and cost a connection each; different ones
   * cost an execution each at every event.
   * @default 20
   */
  readonly operationsPerCredential: number;
  /**
   * Streams of one workspace.
   * @default 2000
   */
  readonly perWorkspace: number;
  /**
   * Streams of the gateway.
   * @default 5000
   */
  readonly total: number;
}

/** What holds where a gateway is told nothing else. */
export const defaultStreamLimits: StreamLimits = {
  perCredential: 250,
  operationsPerCredential: 20,
  perWorkspace: 2_000,
  total: 5_000,
};

/** Seconds after which a refused client may try again. */
const retryAfter = 5;

/** Counts open streams and refuses those past a limit. */
export class StreamCounts {
  readonly #limits: StreamLimits;
  readonly #credentials = new Map<string, Map<string, number>>();
  readonly #workspaces = new Map<string, number>();
  #total = 0;

  constructor(limits: StreamLimits) {
    this.#limits = limits;
  }

  /**
   * Counts a stream in.
   *
   * @param operation tells subscriptions apart
   * @returns counts it out, once
   * @throws GraphQLError RATE_LIMITED, HTTP 429
   */
  open({ workspace, credential }: Viewer, operation: string): () => void {
    const operations = this.#credentials.get(`${workspace} ${credential}`) ?? new Map<string, number>();
    const ofCredential = [...operations.values()].reduce((sum, count) => sum + count, 0);
    const { perCredential, operationsPerCredential, perWorkspace, total } = this.#limits;
    if (ofCredential >= perCredential) throw refused(`This token or key has ${perCredential} open streams`);
    if (!operations.has(operation) && operations.size >= operationsPerCredential) {
      throw refused(`This token or key has open streams of ${operationsPerCredential} different subscriptions`);
    }
    if ((this.#workspaces.get(workspace) ?? 0) >= perWorkspace) {
      throw refused(`The workspace has ${perWorkspace} open streams`);
    }
    if (this.#total >= total) throw refused(`The gateway has ${total} open streams`);
    this.#credentials.set(`${workspace} ${credential}`, operations);
    count(operations, operation, 1);
    count(this.#workspaces, workspace, 1);
    this.#total++;
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      count(operations, operation, -1);
      if (operations.size === 0) this.#credentials.delete(`${workspace} ${credential}`);
      count(this.#workspaces, workspace, -1);
      this.#total--;
    };
  }
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const now = (counts.get(key) ?? 0) + by;
  if (now === 0) counts.delete(key);
  else counts.set(key, now);
}

function refused(why: string): Error {
  const end: StreamEnd = {
    code: 'RATE_LIMITED',
    message: `${why}, which is as many as may be open at a time. Close some, or share them among widgets.`,
    retryAfter,
    status: 429,
  };
  return streamError(end);
}
