import type { Day } from '../calendar/day.ts';
import { type ContractOutcome, contractOutcomes } from '../contracts/contract-outcome.ts';
import { Column } from './column.ts';
import { groupByAccount } from './group-by-account.ts';

/** Contracts by account, the earliest end first: account `a` owns rows `offsets[a]` to `offsets[a + 1]`. */
export interface ContractColumns {
  readonly offsets: Uint32Array;
  /** The number a contract is stored under, for what the ledger does not hold of it. */
  readonly numbers: Int32Array;
  readonly starts: Int32Array;
  /** The renewal day: the first that the contract no longer covers. */
  readonly ends: Int32Array;
  /** Annual minor units of the reporting currency at the rate of the first day; NaN where no rate is known. */
  readonly due: Float64Array;
  /** Codes: indexes of {@link contractOutcomes}. */
  readonly outcomes: Uint8Array;
  /** The day the outcome became known; 0 without one. */
  readonly settled: Int32Array;
  /** Annual minor units that it was renewed at, at the rate of its own first day, so that no rate makes an expansion. */
  readonly renewed: Float64Array;
  /** How many days before the end notice has to be given; 0 for none. */
  readonly notice: Int32Array;
  /** 1 for a contract that goes on unless somebody gives notice. */
  readonly auto: Uint8Array;
}

/** A contract as it enters the ledger. */
export interface LedgerContract {
  readonly number: number;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Annual minor units; `null` where no exchange rate is known. */
  readonly due: number | null;
  readonly outcome?: Exclude<ContractOutcome, 'NONE'>;
  readonly settledOn?: Day;
  readonly renewed?: number | null;
  readonly noticeDays?: number;
  readonly autoRenew?: boolean;
}

/** Contracts on their way into a ledger. */
export class ContractTable {
  readonly #account = new Column();
  readonly #number = new Column();
  readonly #start = new Column();
  readonly #end = new Column();
  readonly #due = new Column();
  readonly #outcome = new Column();
  readonly #settled = new Column();
  readonly #renewed = new Column();
  readonly #notice = new Column();
  readonly #auto = new Column();

  push(account: number, contract: LedgerContract): void {
    this.#account.push(account);
    this.#number.push(contract.number);
    this.#start.push(contract.startsOn);
    this.#end.push(contract.endsOn);
    this.#due.push(contract.due ?? Number.NaN);
    this.#outcome.push(contractOutcomes.indexOf(contract.outcome ?? 'NONE'));
    this.#settled.push(contract.settledOn ?? 0);
    this.#renewed.push(contract.renewed === null ? Number.NaN : (contract.renewed ?? 0));
    this.#notice.push(contract.noticeDays ?? 0);
    this.#auto.push(contract.autoRenew === true ? 1 : 0);
  }

  /** The rows by their account, of `count` accounts. */
  byAccount(count: number): ContractColumns {
    const { offsets, arrange } = groupByAccount(this.#account, count);
    return {
      offsets,
      numbers: arrange(this.#number, Int32Array),
      starts: arrange(this.#start, Int32Array),
      ends: arrange(this.#end, Int32Array),
      due: arrange(this.#due, Float64Array),
      outcomes: arrange(this.#outcome, Uint8Array),
      settled: arrange(this.#settled, Int32Array),
      renewed: arrange(this.#renewed, Float64Array),
      notice: arrange(this.#notice, Int32Array),
      auto: arrange(this.#auto, Uint8Array),
    };
  }
}
