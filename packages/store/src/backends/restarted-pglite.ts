import type { PGliteDialectConfig } from 'kysely';
import type { StartedPglite } from './start-pglite.ts';

/** The part of PGlite that Kysely works with. */
type KyselyPglite = Exclude<PGliteDialectConfig['pglite'], (...options: never) => unknown>;
type Transaction = Parameters<Parameters<KyselyPglite['transaction']>[0]>[0];

/** Milliseconds between two attempts to start the database again. */
const pause = 1_000;

/**
 * A PGlite that is started again after its database ended, as it does when its log cannot be written. Recovery then
 * brings back every transaction that was committed. Calls reject until it has started.
 */
export class RestartedPglite implements KyselyPglite {
  readonly ready = true;
  readonly waitReady = Promise.resolve();
  closed = false;
  #running: StartedPglite;
  readonly #start: () => Promise<StartedPglite>;
  readonly #lost: (cause: unknown) => Error;
  #starting: Promise<void> | undefined;
  #tryAt = 0;

  /**
   * @param start starts it again; what it rejects with is what calls reject with
   * @param lost the error of calls between two attempts, from what the database ended with
   */
  constructor(running: StartedPglite, start: () => Promise<StartedPglite>, lost: (cause: unknown) => Error) {
    this.#running = running;
    this.#start = start;
    this.#lost = lost;
  }

  query: KyselyPglite['query'] = async (...question) => (await this.#open()).pglite.query(...question);

  transaction: KyselyPglite['transaction'] = async (work) => {
    let running: StartedPglite;
    try {
      running = await this.#open();
    } catch (error) {
      // Kysely waits until the work has begun, and sees failures only from there on.
      return work(failing(error));
    }
    return running.pglite.transaction(work);
  };

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.#starting?.catch(() => undefined);
    await this.#running.close();
  }

  async #open(): Promise<StartedPglite> {
    if (this.#running.ended() === undefined) return this.#running;
    if (this.closed || Date.now() < this.#tryAt) throw this.#lost(this.#running.ended());
    this.#starting ??= this.#startAgain().finally(() => {
      this.#starting = undefined;
      this.#tryAt = Date.now() + pause;
    });
    await this.#starting;
    return this.#running;
  }

  async #startAgain(): Promise<void> {
    await this.#running.close();
    this.#running = await this.#start();
  }
}

function failing(error: unknown): Transaction {
  return { query: () => Promise.reject(error), rollback: async () => undefined };
}
