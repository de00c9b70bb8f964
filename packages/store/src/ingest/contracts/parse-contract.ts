import type { Day } from '@plimsoll/metrics';
import type { ContractRecord } from '../../records/contract.ts';
import { optionalText, requiredDay, requiredId, wholeNumber } from '../fields.ts';
import { parseAmount } from '../parse-amount.ts';
import { Rejection } from '../rejection.ts';
import { parseCurrency } from '../subscriptions/subscription-change.ts';

const mostNoticeDays = 3_650;
const statuses = ['signed', 'draft', 'void'] as const;

/** A contract as it is stored, its account still an external id. */
export interface ParsedContract {
  readonly contractId: string;
  readonly account: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly amountMinor: number;
  readonly currency: string;
  readonly autoRenew: boolean;
  readonly noticeDays: number;
  readonly status: (typeof statuses)[number];
  readonly signedOn: Day | null;
  readonly renews: string | null;
  readonly renewedOn: Day | null;
  readonly renewedMinor: number | null;
  readonly lostOn: Day | null;
}

/** Reads a record. @throws Rejection */
export function parseContract(record: ContractRecord): ParsedContract {
  const contractId = requiredId(record.contractId, 'contractId', 'The contract’s id');
  const startsOn = requiredDay(record.startsOn, 'startsOn', 'The start');
  const endsOn = requiredDay(record.endsOn, 'endsOn', 'The end');
  if (endsOn <= startsOn) {
    throw new Rejection(
      'endsOn',
      `The end ${record.endsOn} is not after the start ${record.startsOn}. The end is the renewal day, the first that the contract no longer covers. Give a later one.`,
    );
  }
  const currency = parseCurrency(record.currency);
  const renews = optionalText(record.renews, 'renews', 'The id of the contract it renews', 255) ?? null;
  if (renews === contractId) {
    throw new Rejection('renews', `The contract "${contractId}" renews itself. Name the contract before it, or none.`);
  }
  return {
    contractId,
    account: requiredId(record.accountExternalId, 'accountExternalId', 'The account’s id'),
    startsOn,
    endsOn,
    amountMinor: parseAmount(record.amount, 'amount', 'A contract', currency),
    currency,
    autoRenew: parseFlag(record.autoRenew),
    noticeDays: wholeNumber(record.noticeDays ?? 0, 'noticeDays', 'The notice in days', 0, mostNoticeDays),
    status: parseStatus(record.status),
    signedOn: optionalDay(record.signedOn, 'signedOn', 'The day of signing'),
    renews,
    ...parseOutcome(record, currency),
  };
}

function parseOutcome(
  record: ContractRecord,
  currency: string,
): Pick<ParsedContract, 'renewedOn' | 'renewedMinor' | 'lostOn'> {
  const renewedOn = optionalDay(record.renewedOn, 'renewedOn', 'The day of the renewal');
  const lostOn = optionalDay(record.lostOn, 'lostOn', 'The day of the loss');
  if (renewedOn !== null && lostOn !== null) {
    throw new Rejection('lostOn', 'The contract is both renewed and lost. Only one can be true. Remove the other.');
  }
  const amount = record.renewedAmount ?? undefined;
  if (amount !== undefined && renewedOn === null) {
    throw new Rejection(
      'renewedOn',
      'There is an amount that the contract was renewed at and no day. Without the day it belongs to no period. Give it.',
    );
  }
  return {
    renewedOn,
    lostOn,
    renewedMinor: amount === undefined ? null : parseAmount(amount, 'renewedAmount', 'A renewal', currency),
  };
}

function optionalDay(value: unknown, field: string, what: string): Day | null {
  return value === undefined || value === null || value === '' ? null : requiredDay(value, field, what);
}

function parseFlag(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  throw new Rejection('autoRenew', `"${String(value)}" does not say whether it renews by itself. Give true or false.`);
}

function parseStatus(value: unknown): ParsedContract['status'] {
  const status = statuses.find((known) => known === (value ?? 'signed'));
  if (status === undefined) {
    throw new Rejection('status', `"${String(value)}" is no status of a contract. Give one of ${statuses.join(', ')}.`);
  }
  return status;
}
