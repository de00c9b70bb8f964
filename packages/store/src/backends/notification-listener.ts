import pg from 'pg';
import { changeChannel } from './backend.ts';

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

  /** Resolves once it listens. */
  async start(onNotice: (payload: string) => void, onReconnect: () => void): Promise<void> {
    await this.#connect(onNotice, () => this.#reconnect(onNotice, onReconnect, firstDelay));
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
