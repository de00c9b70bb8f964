import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { changeChannel } from './backend.ts';

const probeMilliseconds = 1_000;
const firstDelay = 100;
const longestDelay = 5_000;

/** Listens on a connection of its own, which it makes anew whenever it breaks. */
export class NotificationListener {
  readonly #config: pg.ClientConfig;
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(config: pg.ClientConfig) {
    this.#config = config;
  }

  /**
   * Resolves once it listens: whether it hears.
   *
   * @param notify sends a payload by another connection
   */
  async start(
    onNotice: (payload: string) => void,
    onReconnect: () => void,
    notify: (payload: string) => Promise<unknown>,
  ): Promise<boolean> {
    const probe = randomUUID();
    let settle: (hears: boolean) => void = () => undefined;
    const heard = new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    const hear = (payload: string): void => (payload === probe ? settle(true) : onNotice(payload));
    await this.#connect(hear, () => this.#reconnect(hear, onReconnect, firstDelay));
    // A pooler in transaction mode takes LISTEN without a word and passes nothing on.
    const timeout = setTimeout(() => settle(false), probeMilliseconds);
    await notify(probe);
    const hears = await heard;
    clearTimeout(timeout);
    if (!hears) await this.stop();
    return hears;
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(onNotice: (payload: string) => void, onLost: () => void): Promise<void> {
    const client = new pg.Client(this.#config);
    let listening = false;
    let lost = false;
    const lose = (): void => {
      if (lost || !listening || this.#stopped) return;
      lost = true;
      onLost();
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload }) => onNotice(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${changeChannel}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    listening = true;
    this.#client = client;
    if (this.#stopped) await client.end();
  }

  #reconnect(onNotice: (payload: string) => void, onReconnect: () => void, delay: number): void {
    if (this.#stopped) return;
    this.#retry = setTimeout(() => {
      this.#connect(onNotice, () => this.#reconnect(onNotice, onReconnect, firstDelay)).then(onReconnect, () =>
        this.#reconnect(onNotice, onReconnect, Math.min(delay * 2, longestDelay)),
      );
    }, delay);
    // Waiting for a database must not keep a process alive that has nothing else to do.
    this.#retry.unref();
  }
}
