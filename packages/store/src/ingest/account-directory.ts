import { sql } from 'kysely';
import { arrayOf } from '../schema/arrays.ts';
import { packedRows } from '../schema/packed-rows.ts';
import { timeOrderedId } from '../schema/time-ordered-id.ts';
import { insertRows } from '../transactions/insert-rows.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { Rejection } from './rejection.ts';

/** Accounts by the external ids of one source, and those to be made for ids that are new. */
export class AccountDirectory {
  readonly #tx: WriteTransaction;
  readonly #source: string;
  readonly #ids: Map<string, string>;
  readonly #wanted = new Map<string, string>();

  private constructor(tx: WriteTransaction, source: string, ids: Map<string, string>) {
    this.#tx = tx;
    this.#source = source;
    this.#ids = ids;
  }

  /** Looks accounts up, all at once. */
  static async load(tx: WriteTransaction, source: string, externalIds: Iterable<string>): Promise<AccountDirectory> {
    const wanted = [...new Set(externalIds)];
    if (wanted.length === 0) return new AccountDirectory(tx, source, new Map());
    const rows = await packedRows<readonly [string, string]>(
      tx.trx,
      sql`external_id, account_id`,
      sql`from account where workspace_id = ${tx.workspace} and source = ${source} and external_id = any(${arrayOf('text', wanted)})`,
    );
    return new AccountDirectory(tx, source, new Map(rows));
  }

  /** The internal id of an account that must be known. @throws Rejection */
  known(externalId: string, field: string): string {
    const id = this.#ids.get(externalId);
    if (id === undefined) {
      throw new Rejection(
        field,
        `There is no account "${externalId}" from the source "${this.#source}". Import the account first, or correct the id.`,
      );
    }
    return id;
  }

  /** The internal id of an account that is made by {@link create} when it is new. */
  knownOrNew(externalId: string): string {
    const id = this.#ids.get(externalId) ?? this.#wanted.get(externalId) ?? timeOrderedId();
    if (!this.#ids.has(externalId)) this.#wanted.set(externalId, id);
    return id;
  }

  /** Makes those new accounts that are used after all and not made yet, named by their external ids. */
  async create(used: ReadonlySet<string>): Promise<void> {
    const created = [...this.#wanted].filter(([, id]) => used.has(id));
    if (created.length === 0) return;
    const { nextRevision, today, effects } = this.#tx;
    // Said first, for those who go on while the statement is on its way.
    for (const [externalId, id] of created) {
      this.#wanted.delete(externalId);
      this.#ids.set(externalId, id);
      effects.createdAccounts.add(id);
      effects.touchedAccounts.add(id);
    }
    effects.changed = true;
    await insertRows(this.#tx, 'account', created, {
      account_id: ['uuid', ([, id]) => id],
      external_id: ['text', ([externalId]) => externalId],
      name: ['text', ([externalId]) => externalId],
      source: ['text', () => this.#source],
      known_on: ['date', () => today],
      touched_revision: ['bigint', () => nextRevision],
    });
  }
}
