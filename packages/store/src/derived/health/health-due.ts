import type { Day } from '@plimsoll/metrics';
import type { PartName } from '../../ledger/part-name.ts';

/** What a score can hang on: a part of the ledger, or a number that the host reports under a key. */
export type HealthInput = PartName | `number:${string}`;

/** From the beginning of an account's history. */
export const fromTheStart: Day = -50_000;

/** What a write changed that scores hang on, gathered on the way and worked out once before the commit. */
export class HealthDue {
  readonly #inputs = new Map<HealthInput, Map<string, Day>>();
  readonly #traitsBefore = new Map<string, Readonly<Record<string, string>>>();

  /** An input of an account changed, on no day before `from`. */
  add(input: HealthInput, accountId: string, from: Day = fromTheStart): void {
    const accounts = this.#inputs.get(input) ?? new Map<string, Day>();
    this.#inputs.set(input, accounts);
    const known = accounts.get(accountId);
    if (known === undefined || from < known) accounts.set(accountId, from);
  }

  /** An account's traits changed from these; only the first of several changes counts. */
  addTraits(accountId: string, before: Readonly<Record<string, string>>): void {
    if (!this.#traitsBefore.has(accountId)) this.#traitsBefore.set(accountId, before);
  }

  /** Changed inputs, each with the accounts it changed of and the first day on which it did. */
  get inputs(): ReadonlyMap<HealthInput, ReadonlyMap<string, Day>> {
    return this.#inputs;
  }

  /** Accounts whose traits changed, with what they were. */
  get traitsBefore(): ReadonlyMap<string, Readonly<Record<string, string>>> {
    return this.#traitsBefore;
  }
}
