import type { ExposureColumns, Ledger, ResponseColumns, TraitColumn } from './ledger.ts';
import { type Selection, selectAll } from './selection.ts';

/** A ledger of one account, with the selection of it. */
export interface AccountLedger {
  readonly ledger: Ledger;
  readonly selection: Selection;
}

/**
 * Cuts a ledger into one of each account, so that what is read of an account hangs on its own records and on nobody
 * else's. The rows are shared, not copied, apart from answers and showings, which are not stored by account.
 */
export class AccountLedgers {
  readonly #ledger: Ledger;
  readonly #responses: readonly (readonly number[])[];
  readonly #exposures: readonly (readonly number[])[];

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.#responses = rowsByAccount(ledger.responses.account, ledger.accounts.count);
    this.#exposures = rowsByAccount(ledger.exposures.account, ledger.accounts.count);
  }

  /** The ledger of one account: its index in it is 0. */
  of(account: number): AccountLedger {
    const whole = this.#ledger;
    const { accounts } = whole;
    const alone = <T>(values: readonly T[]): readonly T[] => values.slice(account, account + 1);
    const traits = new Map<string, TraitColumn>();
    for (const [key, column] of accounts.traits) {
      traits.set(key, { ...column, codes: column.codes.subarray(account, account + 1) });
    }
    const ledger: Ledger = {
      ...whole,
      accounts: {
        count: 1,
        ids: alone(accounts.ids),
        externalIds: alone(accounts.externalIds),
        names: alone(accounts.names),
        traits,
        unconverted: accounts.unconverted.subarray(account, account + 1),
      },
      movements: histories(whole.movements, account),
      health: histories(whole.health, account),
      usage: histories(whole.usage, account),
      seats: histories(whole.seats, account),
      costs: { ...histories(whole.costs, account), shared: whole.costs.shared },
      responses: someResponses(whole.responses, this.#responses[account] ?? []),
      exposures: someExposures(whole.exposures, this.#exposures[account] ?? []),
    };
    return { ledger, selection: selectAll(ledger) };
  }
}

function rowsByAccount(accounts: Int32Array, count: number): readonly (readonly number[])[] {
  const rows = Array.from({ length: count }, (): number[] => []);
  for (let row = 0; row < accounts.length; row++) rows[accounts[row] ?? -1]?.push(row);
  return rows;
}

/** One account's rows of columns that are kept by account. */
function histories<Columns extends { readonly offsets: Uint32Array }>(columns: Columns, account: number): Columns {
  const from = columns.offsets[account] ?? 0;
  const to = columns.offsets[account + 1] ?? 0;
  const rows = columns.offsets.at(-1) ?? 0;
  const cut = Object.entries(columns).map(([key, column]: [string, unknown]) => [
    key,
    isColumn(column) && column.length === rows ? column.subarray(from, to) : column,
  ]);
  // Every column keeps its kind: only its rows are fewer.
  return { ...Object.fromEntries(cut), offsets: Uint32Array.of(0, to - from) } as Columns;
}

function isColumn(column: unknown): column is Int32Array {
  // Which kind of numbers it holds makes no difference to cutting it.
  return ArrayBuffer.isView(column) && !(column instanceof DataView);
}

function someResponses(all: ResponseColumns, rows: readonly number[]): ResponseColumns {
  return {
    count: rows.length,
    survey: Uint16Array.from(rows, (row) => all.survey[row] ?? 0),
    account: new Int32Array(rows.length),
    respondent: Uint32Array.from(rows, (row) => all.respondent[row] ?? 0),
    days: Int32Array.from(rows, (row) => all.days[row] ?? 0),
    answers: Int16Array.from(rows, (row) => all.answers[row] ?? 0),
    surveys: all.surveys,
  };
}

function someExposures(all: ExposureColumns, rows: readonly number[]): ExposureColumns {
  return {
    count: rows.length,
    survey: Uint16Array.from(rows, (row) => all.survey[row] ?? 0),
    account: new Int32Array(rows.length),
    days: Int32Array.from(rows, (row) => all.days[row] ?? 0),
  };
}
