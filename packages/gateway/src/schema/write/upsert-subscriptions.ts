import { formatDay, intervals } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, writeBatch } from './batch-result.ts';

const BillingInterval = builder.enumType('BillingInterval', {
  description: 'What a recurring price is charged for.',
  values: Object.fromEntries(
    intervals.map((interval) => [interval.toUpperCase(), { value: interval, description: `A ${interval}.` }]),
  ),
});

const SubscriptionInput = builder.inputType('SubscriptionInput', {
  description:
    'What a subscription is worth over some days. Several with one `subscriptionId` are its successive changes, told apart by `startsOn`.',
  fields: (t) => ({
    subscriptionId: t.string({ required: true, description: 'The host’s own id of the subscription.' }),
    accountExternalId: t.string({ required: true, description: 'The host’s id of the account; created when unknown.' }),
    startsOn: t.field({ type: 'Date', required: true, description: 'The first day it covers.' }),
    endsOn: t.field({
      type: 'Date',
      description: 'The first day it no longer covers; without one it lasts until the next change.',
    }),
    amount: t.field({
      type: 'Decimal',
      required: true,
      description: 'Price of one unit in major units, such as "29.85".',
    }),
    currency: t.string({ required: true, description: 'ISO 4217 code.' }),
    interval: t.field({ type: BillingInterval, description: 'What the price is for; a month when left out.' }),
    every: t.int({ description: 'How many intervals one price covers; 1 when left out.' }),
    quantity: t.int({ description: 'How many units; 1 when left out.' }),
    plan: t.string({ description: 'The plan’s name.' }),
  }),
});

builder.mutationField('upsertSubscriptions', (t) =>
  t.field({
    type: BatchResult,
    description: 'Writes subscriptions and their changes, and works their movements out. Needs `data:write`.',
    args: {
      subscriptions: t.arg({ type: [SubscriptionInput], required: true, description: 'The subscriptions.' }),
      source: t.arg.string({ description: 'The system the ids come from; "host" when left out.' }),
    },
    resolve: (_root, { subscriptions, source }, context) =>
      writeBatch(
        context,
        subscriptions.map(({ startsOn, endsOn, interval, every, quantity, plan, ...rest }) => ({
          ...rest,
          startsOn: formatDay(startsOn),
          endsOn: endsOn == null ? null : formatDay(endsOn),
          ...(interval == null ? {} : { interval: String(interval) }),
          ...(every == null ? {} : { every }),
          ...(quantity == null ? {} : { quantity }),
          ...(plan == null ? {} : { plan }),
        })),
        source,
        (store, items, options) => store.upsertSubscriptions(items, options),
      ),
  }),
);
