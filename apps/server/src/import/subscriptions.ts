import type { SubscriptionRecord } from '@plimsoll/store';
import { type ImportKind, requiredText, textOf, wholeNumberOf } from './import-kind.ts';

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
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const interval = textOf(row, 'interval')?.toLowerCase();
    const every = wholeNumberOf(row, 'every');
    const quantity = wholeNumberOf(row, 'quantity');
    const plan = textOf(row, 'plan');
    return {
      subscriptionId: requiredText(row, 'subscription_id'),
      accountExternalId: requiredText(row, 'account_id'),
      startsOn: requiredText(row, 'starts_on'),
      endsOn: textOf(row, 'ends_on') ?? null,
      amount: requiredText(row, 'amount'),
      currency: requiredText(row, 'currency').toUpperCase(),
      ...(interval === undefined ? {} : { interval }),
      ...(every === undefined ? {} : { every }),
      ...(quantity === undefined ? {} : { quantity }),
      ...(plan === undefined ? {} : { plan }),
    };
  },
  write: (workspace, records) => workspace.upsertSubscriptions(records),
};
