import type { EmbedKey, Store } from '@plimsoll/store';
import { GraphQLError } from 'graphql';
import type { Viewer } from '../auth/viewer.ts';
import { isErrorCode } from '../errors/error-code.ts';
import { rightsOf } from './rights.ts';
import { expired, rightsChanged, type StreamEnd } from './stream-error.ts';

/** Milliseconds between two checks of every stream's credential, for what no change of access is told of. */
const checkEvery = 30_000;

/** How many credentials are checked at a time. */
const checksAtOnce = 8;

/** Timers take no more milliseconds than this, 25 days; the regular check ends what expires later. */
const maxTimer = 2_147_483_647;

/** An open stream and the credential that it was opened with. */
export interface OpenStream {
  readonly viewer: Viewer;
  /**
   * Checks the credential in a store as it was checked at first. Rejects with the GraphQLError that says why it is refused.
   */
  readonly authenticate: (store: Store) => Promise<Viewer>;
  readonly end: (end: StreamEnd) => void;
}

/** Watches the credentials of open streams: a stream ends when its credential is revoked, expires, or allows something else. */
export class OpenStreams {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #streams = new Set<OpenStream>();
  /** The check of each workspace that is under way, and the one that follows it. */
  readonly #checks = new Map<string, Promise<void>>();
  readonly #waiting = new Map<string, Promise<void>>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** Watches a stream. @returns stops watching it */
  add(stream: OpenStream): () => void {
    this.#streams.add(stream);
    this.#timer ??= setInterval(() => this.#checkAll(), checkEvery);
    const remaining = (stream.viewer.expiresAt ?? Number.POSITIVE_INFINITY) - this.#now();
    const expiry = remaining > maxTimer ? undefined : setTimeout(() => stream.end(expired), Math.max(0, remaining));
    return () => {
      clearTimeout(expiry);
      this.#streams.delete(stream);
      if (this.#streams.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  /**
   * Checks the credentials of a workspace's streams once more, after a check that has begun. Several calls meanwhile are one
   * check.
   *
   * @param revoked the id or subject that was revoked: its holders are checked first, at once
   */
  async check(workspace: string, revoked?: string): Promise<void> {
    if (revoked !== undefined) await this.#checkNow(workspace, (viewer) => holds(viewer, revoked));
    const waiting = this.#waiting.get(workspace) ?? this.#checkNext(workspace);
    this.#waiting.set(workspace, waiting);
    await waiting;
  }

  /** Ends every stream. */
  endAll(end: StreamEnd): void {
    for (const stream of [...this.#streams]) stream.end(end);
  }

  #checkAll(): void {
    for (const workspace of new Set([...this.#streams].map(({ viewer }) => viewer.workspace))) {
      // A check that is on its way does as well.
      if (!this.#checks.has(workspace)) void this.check(workspace);
    }
  }

  async #checkNext(workspace: string): Promise<void> {
    await this.#checks.get(workspace);
    this.#waiting.delete(workspace);
    const check = this.#checkNow(workspace, () => true);
    this.#checks.set(workspace, check);
    await check;
    if (this.#checks.get(workspace) === check) this.#checks.delete(workspace);
  }

  async #checkNow(workspace: string, isMeant: (viewer: Viewer) => boolean): Promise<void> {
    const byCredential = new Map<string, OpenStream[]>();
    for (const stream of this.#streams) {
      if (stream.viewer.workspace !== workspace || !isMeant(stream.viewer)) continue;
      const streams = byCredential.get(stream.viewer.credential);
      if (streams === undefined) byCredential.set(stream.viewer.credential, [stream]);
      else streams.push(stream);
    }
    const waiting = byCredential.values();
    const store = readingKeysOnce(this.#store);
    const work = async (): Promise<void> => {
      for (const streams of waiting) await checkStreams(streams, store);
    };
    await Promise.all(Array.from({ length: checksAtOnce }, work));
  }
}

/** Checks a credential and ends its streams where it is not what it was. */
async function checkStreams(streams: readonly OpenStream[], store: Store): Promise<void> {
  const [first] = streams;
  if (first === undefined) return;
  try {
    const viewer = await first.authenticate(store);
    if (rightsOf(viewer) !== rightsOf(first.viewer)) for (const stream of streams) stream.end(rightsChanged);
  } catch (error) {
    // Whatever else fails, such as a database that is away, says nothing of the credential; the next check asks again.
    if (!(error instanceof GraphQLError)) return;
    const { code } = error.extensions;
    const end: StreamEnd = { code: isErrorCode(code) ? code : 'UNAUTHENTICATED', message: error.message };
    for (const stream of streams) stream.end(end);
  }
}

/** Whether a viewer's credential is, or depends on, what has an id or subject. */
function holds({ credential, subject }: Viewer, revoked: string): boolean {
  return subject === revoked || credential.endsWith(`:${revoked}`) || credential.startsWith(`token:${revoked}:`);
}

/** The store, asked for each signing key once: many tokens of one are checked together. */
function readingKeysOnce(store: Store): Store {
  const keys = new Map<string, Promise<EmbedKey | null>>();
  return {
    ...store,
    embedKey: (workspace, keyId) => {
      const name = JSON.stringify([workspace, keyId]);
      const key = keys.get(name) ?? store.embedKey(workspace, keyId);
      keys.set(name, key);
      return key;
    },
  };
}
