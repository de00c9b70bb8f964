import type { Day } from '../calendar/day.ts';
import type { LedgerFeature, UsageColumns } from './ledger.ts';

interface UsageRow {
  readonly account: number;
  readonly day: Day;
  readonly user: number;
  readonly feature: number;
  readonly sessions: number;
  readonly seconds: number;
}

/** Collects who used what on which day, in any order, and lays it out as {@link UsageColumns}. */
export class UsageRows {
  readonly #rows: UsageRow[] = [];
  readonly #users = new Map<number, Map<string, number>>();
  readonly #features = new Map([['', 0]]);
  readonly #plans = new Map<string, readonly string[]>();

  /** Adds that a user of an account was active on a day; `feature` `''`: with none named. */
  add(account: number, day: Day, user: string, feature: string, sessions = 0, seconds = 0): void {
    const users = this.#users.get(account) ?? new Map<string, number>();
    this.#users.set(account, users);
    const code = users.get(user) ?? users.size + 1;
    users.set(user, code);
    this.#rows.push({ account, day, user: code, feature: this.#featureCode(feature), sessions, seconds });
  }

  /** Says which plans a feature belongs to. */
  describe(feature: string, plans: readonly string[]): void {
    this.#featureCode(feature);
    this.#plans.set(feature, plans);
  }

  get features(): readonly LedgerFeature[] {
    return [...this.#features.keys()].map((key) => ({ key, name: key, plans: this.#plans.get(key) ?? [] }));
  }

  /** Lays the rows of `count` accounts out. */
  columns(count: number): UsageColumns {
    const rows = this.#rows.sort(
      (a, b) => a.account - b.account || a.day - b.day || a.user - b.user || a.feature - b.feature,
    );
    const offsets = new Uint32Array(count + 1);
    for (const { account } of rows) offsets[account + 1] = (offsets[account + 1] ?? 0) + 1;
    for (let account = 0; account < count; account++) {
      offsets[account + 1] = (offsets[account + 1] ?? 0) + (offsets[account] ?? 0);
    }
    return {
      offsets,
      days: Int32Array.from(rows, ({ day }) => day),
      users: Int32Array.from(rows, ({ user }) => user),
      features: Uint16Array.from(rows, ({ feature }) => feature),
      sessions: Int32Array.from(rows, ({ sessions }) => sessions),
      seconds: Int32Array.from(rows, ({ seconds }) => seconds),
    };
  }

  #featureCode(feature: string): number {
    const code = this.#features.get(feature) ?? this.#features.size;
    this.#features.set(feature, code);
    return code;
  }
}
