import { type Day, formatDay, intervals } from '@plimsoll/metrics';
import type { SubscriptionRecord } from '@plimsoll/store';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const BillingInterval = builder.enumType('BillingInterval', {
  description: 'What a recurring price is charged for.',
  values: Object.fromEntries(
    intervals.map((interval) => [interval.toUpperCase(), { value: interval, description: `A ${interval}.` }]),
  ),
});

const SubscriptionKind = builder.enumType('SubscriptionKind', {
  description: 'What a subscription’s record stands for.',
  values: {
    RECURRING: { value: 'recurring', description: 'A price that comes again every interval.' },
    ONE_TIME: { value: 'oneTime', description: 'A fee: kept, and never recurring revenue.' },
    METERED: { value: 'metered', description: 'A charge for what was used over its days.' },
  } as const,
});

const SubscriptionStatus = builder.enumType('SubscriptionStatus', {
  description: 'How a recurring subscription stands from the first day of the record on.',
  values: {
    ACTIVE: { value: 'active', description: 'It is paid for.' },
    TRIALING: { value: 'trialing', description: 'It is tried, and the amount is what it will cost.' },
    PAUSED: { value: 'paused', description: 'It is paused.' },
    PAST_DUE: { value: 'pastDue', description: 'A payment is late.' },
  } as const,
});

const SubscriptionInput = builder.inputType('SubscriptionInput', {
  description:
    'What a subscription is worth over some days. Several with one `subscriptionId` are its successive changes, told apart by `startsOn`. One of another `kind` is another record, even of the same id and day.',
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
    kind: t.field({ type: SubscriptionKind, description: 'What it stands for; recurring when left out.' }),
    status: t.field({ type: SubscriptionStatus, description: 'How it stands; active when left out.' }),
    cancelledOn: t.field({
      type: 'Date',
      description: 'The day somebody asked to cancel it as of `endsOn`, which it then needs.',
    }),
    signedOn: t.field({ type: 'Date', description: 'The day it was signed, on or before `startsOn`.' }),
    discountPercent: t.field({
      type: 'Decimal',
      description: 'Taken off the price: "25" is a quarter; at most four decimals. Not together with `discountAmount`.',
    }),
    discountAmount: t.field({
      type: 'Decimal',
      description: 'Taken off the whole line, quantity and all, each time it is charged, in major units.',
    }),
    discountEndsOn: t.field({
      type: 'Date',
      description: 'The first day on which the discount no longer applies; without one it never ends.',
    }),
  }),
});

builder.mutationField('upsertSubscriptions', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes subscriptions and their changes, and works their movements out. Needs `data:write`.',
    args: {
      subscriptions: t.arg({ type: [SubscriptionInput], required: true, description: batchOf('The subscriptions') }),
      source: t.arg.string({
        description: 'The system the ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { subscriptions, source }, context, info) =>
      writeBatch(context.writes.of(info), subscriptions.map(recordOf), source, (store, items, options) =>
        store.upsertSubscriptions(items, options),
      ),
  }),
);

function recordOf(input: typeof SubscriptionInput.$inferInput): SubscriptionRecord {
  const { interval, every, quantity, plan, kind, status, discountPercent, discountAmount } = input;
  return {
    subscriptionId: input.subscriptionId,
    accountExternalId: input.accountExternalId,
    amount: input.amount,
    currency: input.currency,
    startsOn: formatDay(input.startsOn),
    endsOn: dateOf(input.endsOn),
    ...(interval == null ? {} : { interval: String(interval) }),
    ...(every == null ? {} : { every }),
    ...(quantity == null ? {} : { quantity }),
    ...(plan == null ? {} : { plan }),
    ...(kind == null ? {} : { kind }),
    ...(status == null ? {} : { status }),
    cancelledOn: dateOf(input.cancelledOn),
    signedOn: dateOf(input.signedOn),
    ...(discountPercent == null ? {} : { discountPercent }),
    ...(discountAmount == null ? {} : { discountAmount }),
    discountEndsOn: dateOf(input.discountEndsOn),
  };
}

function dateOf(day: Day | null | undefined): string | null {
  return day == null ? null : formatDay(day);
}
