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
    const valueAlone = (column: TraitColumn) => ({ ...column, codes: column.codes.subarray(account, account + 1) });
    const traits = new Map<string, TraitColumn>();
    for (const [key, column] of accounts.traits) traits.set(key, valueAlone(column));
    const ledger: Ledger = {
      ...whole,
      ...historiesOf(whole, account),
      accounts: {
        count: 1,
        ids: alone(accounts.ids),
        externalIds: alone(accounts.externalIds),
        names: alone(accounts.names),
        traits,
        tags: valueAlone(accounts.tags),
        created: accounts.created.subarray(account, account + 1),
        unconverted: accounts.unconverted.subarray(account, account + 1),
      },
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

/** One account’s rows of every part that is kept by account. */
function historiesOf(ledger: Ledger, account: number): Partial<Ledger> {
  const cut = Object.entries(ledger).flatMap(([name, part]: [string, unknown]) =>
    isHistories(part) ? [[name, histories(part, account)]] : [],
  );
  // Every part keeps its shape: only its rows are fewer.
  return Object.fromEntries(cut);
}

interface Histories {
  readonly offsets: Uint32Array;
}

function isHistories(part: unknown): part is Histories {
  return typeof part === 'object' && part !== null && 'offsets' in part && part.offsets instanceof Uint32Array;
}

function histories(part: Histories, account: number): Histories {
  const from = part.offsets[account] ?? 0;
  const to = part.offsets[account + 1] ?? 0;
  const rows = part.offsets.at(-1) ?? 0;
  const cut = Object.entries(part).map(([key, column]: [string, unknown]) => [
    key,
    isColumn(column) && column.length === rows ? column.subarray(from, to) : column,
  ]);
  return { ...Object.fromEntries(cut), offsets: Uint32Array.of(0, to - from) };
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
