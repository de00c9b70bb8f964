import type { SubscriptionRecord } from '@plimsoll/store';
import { type ImportKind, type Row, requiredText, textOf, wholeNumberOf } from './import-kind.ts';

/**
 * `subscriptions.csv`: what a subscription was worth over `[starts_on, ends_on)` a row. Several rows of one
 * `subscription_id` are its successive changes; unknown accounts are created.
 */
export const subscriptions: ImportKind<SubscriptionRecord> = {
  name: 'subscriptions',
  columns: [
    { name: 'subscription_id', required: true, field: 'subscriptionId' },
    { name: 'account_id', required: true, field: 'accountExternalId' },
    { name: 'starts_on', required: true, field: 'startsOn' },
    { name: 'ends_on', required: false, field: 'endsOn' },
    { name: 'amount', required: true, field: 'amount' },
    { name: 'currency', required: true, field: 'currency' },
    { name: 'interval', required: false, field: 'interval' },
    { name: 'every', required: false, field: 'every', aliases: ['interval_count'] },
    { name: 'quantity', required: false, field: 'quantity' },
    { name: 'plan', required: false, field: 'plan' },
    { name: 'kind', required: false, field: 'kind' },
    { name: 'status', required: false, field: 'status' },
    { name: 'cancelled_on', required: false, field: 'cancelledOn' },
    { name: 'signed_on', required: false, field: 'signedOn' },
    { name: 'discount_percent', required: false, field: 'discountPercent' },
    { name: 'discount_amount', required: false, field: 'discountAmount' },
    { name: 'discount_ends_on', required: false, field: 'discountEndsOn' },
  ],
  otherColumns: 'ignore',
  record: (row) => ({
    subscriptionId: requiredText(row, 'subscription_id'),
    accountExternalId: requiredText(row, 'account_id'),
    startsOn: requiredText(row, 'starts_on'),
    endsOn: textOf(row, 'ends_on') ?? null,
    amount: requiredText(row, 'amount'),
    currency: requiredText(row, 'currency').toUpperCase(),
    interval: textOf(row, 'interval')?.toLowerCase(),
    every: wholeNumberOf(row, 'every'),
    quantity: wholeNumberOf(row, 'quantity'),
    plan: textOf(row, 'plan'),
    kind: wordOf(row, 'kind'),
    status: wordOf(row, 'status'),
    cancelledOn: textOf(row, 'cancelled_on'),
    signedOn: textOf(row, 'signed_on'),
    discountPercent: textOf(row, 'discount_percent'),
    discountAmount: textOf(row, 'discount_amount'),
    discountEndsOn: textOf(row, 'discount_ends_on'),
  }),
  write: (workspace, records) => workspace.upsertSubscriptions(records),
};

/** A word of a closed list, however it is written: `past_due`, `Past due` and `pastDue` are one. */
function wordOf(row: Row, column: string): string | undefined {
  const text = textOf(row, column);
  if (text === undefined) return undefined;
  const words = text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/);
  return words.map((word, at) => (at === 0 ? word : `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)).join('');
}
