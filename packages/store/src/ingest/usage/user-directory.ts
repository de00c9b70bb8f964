import { sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { type SentColumns, sentRows } from '../../schema/sent-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';

interface AccountUser {
  readonly accountId: string;
  readonly user: string;
}

const userColumns = {
  account_id: ['uuid', ({ accountId }) => accountId],
  user_key: ['text', ({ user }) => user],
} as const satisfies SentColumns<AccountUser>;

/** Users of accounts with their numbers, and those to be made for users that are new. */
export class UserDirectory {
  readonly #tx: WriteTransaction;
  readonly #numbers: Map<string, number>;
  /** The highest number of each account asked for; absent for one without users. */
  readonly #highest: Map<string, number>;
  readonly #made: (AccountUser & { readonly userNo: number })[] = [];

  private constructor(tx: WriteTransaction, numbers: Map<string, number>, highest: Map<string, number>) {
    this.#tx = tx;
    this.#numbers = numbers;
    this.#highest = highest;
  }

  /** Looks users up, all at once. */
  static async load(tx: WriteTransaction, wanted: readonly AccountUser[]): Promise<UserDirectory> {
    if (wanted.length === 0) return new UserDirectory(tx, new Map(), new Map());
    const asked = [...new Map(wanted.map((user) => [keyOf(user), user])).values()];
    const accountIds = asked.map(({ accountId }) => accountId);
    const numbers = await packedRows<readonly [string, string, number]>(
      tx.trx,
      sql`stored.account_id, stored.user_key, stored.user_no`,
      sql`from (select ${sentRows(asked, userColumns)}) as asked
          join usage_user as stored on stored.workspace_id = ${tx.workspace}
            and stored.account_id = asked.account_id and stored.user_key = asked.user_key`,
    );
    const numbered = new Map(numbers.map(([accountId, user, userNo]) => [keyOf({ accountId, user }), userNo]));
    // Only who is new needs a number beyond the highest.
    if (numbered.size === asked.length) return new UserDirectory(tx, numbered, new Map());
    const highest = await packedRows<readonly [string, number]>(
      tx.trx,
      sql`account_id, user_no`,
      sql`from (
            select account_id, max(user_no) as user_no from usage_user
            where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', [...new Set(accountIds)])})
            group by account_id
          ) as highest`,
    );
    return new UserDirectory(tx, numbered, new Map(highest));
  }

  /** The number of a user who is there; `undefined` for a new one. */
  known(accountId: string, user: string): number | undefined {
    return this.#numbers.get(keyOf({ accountId, user }));
  }

  /** The number of a user who is made by {@link create} when new. */
  knownOrNew(accountId: string, user: string): number {
    const key = keyOf({ accountId, user });
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const userNo = (this.#highest.get(accountId) ?? 0) + 1;
    this.#highest.set(accountId, userNo);
    this.#numbers.set(key, userNo);
    this.#made.push({ accountId, user, userNo });
    return userNo;
  }

  /** Makes the new ones. */
  async create(): Promise<void> {
    await insertRows(this.#tx, 'usage_user', this.#made, {
      ...userColumns,
      user_no: ['int', ({ userNo }) => userNo],
    });
  }
}

function keyOf({ accountId, user }: AccountUser): string {
  return `${accountId} ${user}`;
}
