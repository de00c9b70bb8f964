import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { touchAccounts } from '../touch-accounts.ts';

type Traits = Readonly<Record<string, string>>;

/** What is known of an account before a batch. */
export interface AccountTraits {
  readonly traits: Traits;
  /** The day on which the account was made, and with it the traits that have no history yet. */
  readonly knownOn: Day;
}

/** The values of one trait of one account by their first days; `null` where it was taken away. */
interface Timeline {
  readonly accountId: string;
  readonly key: string;
  readonly stored: ReadonlyMap<Day, string | null>;
  readonly days: Map<Day, string | null>;
}

const nothing: ReadonlyMap<Day, string | null> = new Map();

/**
 * What traits of accounts were and are, while a batch changes them. Days are independent of one another: whatever comes
 * first, late entries find their place, and the entry of the latest day is what the trait is now.
 */
export class TraitTimelines {
  readonly #tx: WriteTransaction;
  readonly #knownOn = new Map<string, Day>();
  readonly #now = new Map<string, Map<string, string>>();
  readonly #stored: ReadonlyMap<string, ReadonlyMap<Day, string | null>>;
  readonly #changed = new Map<string, Timeline>();

  private constructor(
    tx: WriteTransaction,
    accounts: ReadonlyMap<string, AccountTraits>,
    stored: ReadonlyMap<string, ReadonlyMap<Day, string | null>>,
  ) {
    this.#tx = tx;
    this.#stored = stored;
    for (const [id, { traits, knownOn }] of accounts) {
      this.#knownOn.set(id, knownOn);
      this.#now.set(id, new Map(Object.entries(traits)));
    }
  }

  /** Loads what was kept of accounts' traits. Accounts that are not named are new and have none. */
  static async load(tx: WriteTransaction, accounts: ReadonlyMap<string, AccountTraits>): Promise<TraitTimelines> {
    return new TraitTimelines(tx, accounts, await loadChanges(tx, [...accounts.keys()]));
  }

  /** An account's traits as they are now. */
  now(accountId: string): Traits {
    return Object.fromEntries(this.#now.get(accountId) ?? []);
  }

  /** What a trait is now. */
  valueNow(accountId: string, key: string): string | null {
    return this.#now.get(accountId)?.get(key) ?? null;
  }

  /** Says what a trait is from a day on, until another day says otherwise. */
  put(accountId: string, key: string, from: Day, value: string | null): 'created' | 'updated' | 'unchanged' {
    const timeline = this.#timeline(accountId, key);
    const before = timeline.days.get(from);
    if (before === value) return 'unchanged';
    timeline.days.set(from, value);
    this.#changed.set(nameOf(accountId, key), timeline);
    const latest = timeline.days.get(Math.max(...timeline.days.keys())) ?? null;
    const now = this.#now.get(accountId) ?? new Map<string, string>();
    this.#now.set(accountId, now);
    if (latest === null) now.delete(key);
    else now.set(key, latest);
    return before === undefined ? 'created' : 'updated';
  }

  /** Accounts with a trait that was put to something else on some day. */
  get changedAccounts(): ReadonlySet<string> {
    return new Set([...this.#changed.values()].map(({ accountId }) => accountId));
  }

  /** Writes what is to be kept beside the traits as they are now, which are the caller's to write. */
  async save(): Promise<void> {
    const rows = [...this.#changed.values()].flatMap((timeline) => this.#rowsOf(timeline));
    await insertRows(
      this.#tx,
      'trait_change',
      rows,
      {
        account_id: ['uuid', ({ accountId }) => accountId],
        trait_key: ['text', ({ key }) => key],
        day: ['date', ({ day }) => day],
        value: ['text', ({ value }) => value],
      },
      ['account_id', 'trait_key', 'day'],
    );
    await touchAccounts(
      this.#tx,
      rows.map(({ accountId }) => accountId),
      'traitHistory',
    );
  }

  #timeline(accountId: string, key: string): Timeline {
    const name = nameOf(accountId, key);
    const known = this.#changed.get(name);
    if (known !== undefined) return known;
    const stored = this.#stored.get(name) ?? nothing;
    const days = new Map(stored);
    const value = this.valueNow(accountId, key);
    if (days.size === 0 && value !== null) days.set(this.#knownOnOf(accountId), value);
    return { accountId, key, stored, days };
  }

  #rowsOf({ accountId, key, stored, days }: Timeline) {
    const [only] = days;
    // The account's own row says as much.
    if (days.size === 1 && only?.[0] === this.#knownOnOf(accountId) && only[1] !== null && stored.size === 0) return [];
    return [...days]
      .filter(([day, value]) => stored.get(day) !== value)
      .map(([day, value]) => ({ accountId, key, day, value }));
  }

  #knownOnOf(accountId: string): Day {
    return this.#knownOn.get(accountId) ?? this.#tx.today;
  }
}

function nameOf(accountId: string, key: string): string {
  return `${accountId} ${key}`;
}

async function loadChanges(
  tx: WriteTransaction,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<Day, string | null>>> {
  const changes = new Map<string, Map<Day, string | null>>();
  if (accountIds.length === 0) return changes;
  const rows = await packedRows<readonly [string, string, Day, string | null]>(
    tx.trx,
    sql`account_id, trait_key, ${dayNumber('day')}, value`,
    sql`from trait_change where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)})`,
  );
  for (const [accountId, key, day, value] of rows) {
    const name = nameOf(accountId, key);
    const days = changes.get(name) ?? new Map<Day, string | null>();
    changes.set(name, days);
    days.set(day, value);
  }
  return changes;
}
