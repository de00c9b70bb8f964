import { costCategories, type Day } from '@plimsoll/metrics';
import type { CostRecord } from '../../records/cost.ts';
import { optionalText, requiredDay, requiredId } from '../fields.ts';
import { parseAmount } from '../parse-amount.ts';
import { Rejection } from '../rejection.ts';
import { parseCurrency } from '../subscriptions/subscription-change.ts';

/** A cost as it is stored, its account still an external id. */
export interface ParsedCost {
  readonly externalId: string;
  readonly account: string | undefined;
  /** Index into the categories. */
  readonly category: number;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly amountMinor: number;
  readonly currency: string;
}

/** Reads a record. @throws Rejection */
export function parseCost(record: CostRecord): ParsedCost {
  const startsOn = requiredDay(record.startsOn, 'startsOn', 'The start');
  const endsOn = requiredDay(record.endsOn, 'endsOn', 'The end');
  if (endsOn <= startsOn) {
    throw new Rejection(
      'endsOn',
      `The end ${record.endsOn} is not after the start ${record.startsOn}. The end is the first day no longer covered, so that a cost of one day ends on the next. Give a later one.`,
    );
  }
  const currency = parseCurrency(record.currency);
  return {
    externalId: requiredId(record.externalId, 'externalId', 'The cost’s id'),
    account: optionalText(record.accountExternalId, 'accountExternalId', 'The account’s id', 255),
    category: parseCategory(record.category),
    startsOn,
    endsOn,
    amountMinor: parseAmount(record.amount, 'amount', 'A cost', currency),
    currency,
  };
}

function parseCategory(value: unknown): number {
  // The list knows its own names only, and what is looked for may be any text.
  const category = typeof value === 'string' ? (costCategories as readonly string[]).indexOf(value) : -1;
  if (category === -1) {
    throw new Rejection(
      'category',
      `"${String(value)}" is not a category of costs. Give one of ${costCategories.join(', ')}.`,
    );
  }
  return category;
}
