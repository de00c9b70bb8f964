import { sql } from 'kysely';
import type { Session } from '../transactions/session.ts';
import type { KeyTableName } from './key-rows.ts';

/** Milliseconds between two records of a key's use. */
const interval = 60_000;

/** Keys that are remembered before all are forgotten. */
const maxRemembered = 10_000;

/**
 * Records when keys were last used, at most once a minute for each key over all processes. It runs in the background, in a
 * transaction of its own: nobody waits for it, a failure is ignored, and the revision of the workspace stays as it is.
 */
export class KeyUses {
  readonly #session: Session;
  readonly #recorded = new Map<string, number>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Notes that a key was used just now; returns at once. */
  note(table: KeyTableName, workspace: string, keyId: string): void {
    const now = this.#session.now();
    const name = `${table} ${workspace} ${keyId}`;
    const last = this.#recorded.get(name);
    if (last !== undefined && now - last < interval) return;
    if (this.#recorded.size >= maxRemembered) this.#recorded.clear();
    this.#recorded.set(name, now);
    this.#record(table, workspace, keyId, now).catch(() => undefined);
  }

  async #record(table: KeyTableName, workspace: string, keyId: string, now: number): Promise<void> {
    this.#session.backend.assertWritable();
    const [at, before] = [now, now - interval].map((instant) => new Date(instant).toISOString());
    await this.#session.inside(workspace, (trx) =>
      sql`update ${sql.table(table)} set last_used_at = ${at}::timestamptz
        where workspace_id = ${workspace} and key_id = ${keyId}
          and (last_used_at is null or last_used_at <= ${before}::timestamptz)`.execute(trx),
    );
  }
}
