import { type Ledger, movementCode, type Recognition, recognise } from '@plimsoll/metrics';
import { loadRates } from '../derived/load-rates.ts';
import { currenciesOf } from '../derived/movements.ts';
import { loadTerms } from '../derived/stored-terms.ts';
import { pause } from '../reading/pace.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import type { LoadedHistories } from './parts/account-histories.ts';

type Columns<Part extends 'movements' | 'commitments'> = Omit<Ledger[Part], 'offsets'>;

/** What accounts' revenue comes to under a recognition. */
export interface RecognisedHistories {
  readonly movements: LoadedHistories<Columns<'movements'>>;
  readonly commitments: LoadedHistories<Columns<'commitments'>>;
  /** Accounts with amounts left out for want of an exchange rate. */
  readonly unconverted: ReadonlySet<string>;
}

// So many accounts' subscriptions are held as objects at once.
const accountsAtOnce = 8_192;

// So many accounts are derived between two looks at how long the event loop has waited.
const accountsPerBlock = 64;

/** Works accounts' revenue out from their stored subscriptions. `everyone`: these are all accounts there are. */
export async function recogniseHistories(
  tx: WorkspaceTransaction,
  recognition: Recognition,
  accountIds: readonly string[],
  everyone: boolean,
): Promise<RecognisedHistories> {
  const moved = new Rows(3);
  const known = new Rows(3);
  const unconverted = new Set<string>();
  const sorted = [...accountIds].sort();
  for (let start = 0; start < sorted.length; start += accountsAtOnce) {
    const terms = await loadTerms(tx, sorted.slice(start, start + accountsAtOnce), everyone);
    const rates = await loadRates(tx, currenciesOf(terms.values()));
    let derived = 0;
    for (const [accountId, agreed] of terms) {
      if (derived++ % accountsPerBlock === 0) await pause();
      const { movements, commitments, unconverted: currencies } = recognise(agreed, recognition, rates);
      for (const { day, kind, amount } of movements) moved.add(accountId, [day, movementCode[kind], amount]);
      for (const { day, setToCancel, signed } of commitments) known.add(accountId, [day, setToCancel, signed]);
      if (currencies.length > 0) unconverted.add(accountId);
    }
  }
  return {
    movements: moved.histories({
      days: Int32Array.from(moved.column(0)),
      kinds: Uint8Array.from(moved.column(1)),
      amounts: Float64Array.from(moved.column(2)),
    }),
    commitments: known.histories({
      days: Int32Array.from(known.column(0)),
      setToCancel: Float64Array.from(known.column(1)),
      signed: Float64Array.from(known.column(2)),
    }),
    unconverted,
  };
}

/** Rows of numbers by account; those of one account come together. */
class Rows {
  readonly #columns: readonly number[][];
  readonly #placeOf = new Map<string, number>();
  readonly #offsets: number[] = [];
  #count = 0;

  constructor(columns: number) {
    this.#columns = Array.from({ length: columns }, () => []);
  }

  add(accountId: string, row: readonly number[]): void {
    if (!this.#placeOf.has(accountId)) {
      this.#placeOf.set(accountId, this.#offsets.length);
      this.#offsets.push(this.#count);
    }
    this.#count++;
    for (const [at, column] of this.#columns.entries()) column.push(row[at] ?? 0);
  }

  column(at: number): readonly number[] {
    return this.#columns[at] ?? [];
  }

  histories<Columns>(columns: Columns): LoadedHistories<Columns> {
    return { placeOf: this.#placeOf, offsets: Uint32Array.from([...this.#offsets, this.#count]), columns };
  }
}
