import { subscriptionKinds, subscriptionStatuses } from '@plimsoll/metrics';
import type { SentColumns } from '../../schema/sent-rows.ts';
import type { ClosedChange } from './subscription-history.ts';

/** The columns that a change is found by, besides its source. */
export const keyColumns = {
  subscription_id: ['text', (change) => change.subscriptionId],
  starts_on: ['date', (change) => change.startsOn],
  kind: ['smallint', ({ terms }) => subscriptionKinds.indexOf(terms.kind)],
} as const satisfies SentColumns<ClosedChange>;

/** What it says. */
export const saidColumns = {
  ends_on: ['date', (change) => change.endsOn],
  closes_on: ['date', (change) => change.closesOn],
  account_id: ['uuid', (change) => change.accountId],
  plan: ['text', (change) => change.plan],
  amount_minor: ['bigint', (change) => change.amountMinor],
  currency: ['text', (change) => change.currency],
  billing_interval: ['text', (change) => change.interval],
  every: ['int', (change) => change.every],
  quantity: ['bigint', (change) => change.quantity],
  annual_minor: ['bigint', (change) => change.annualMinor],
  status: ['smallint', ({ terms }) => subscriptionStatuses.indexOf(terms.status)],
  cancelled_on: ['date', ({ terms }) => terms.cancelledOn],
  signed_on: ['date', ({ terms }) => terms.signedOn],
  discount_millionths: ['int', ({ terms }) => terms.discount?.millionths ?? null],
  discount_minor: ['bigint', ({ terms }) => terms.discount?.minor ?? null],
  discount_annual: ['bigint', ({ terms }) => terms.discount?.annualMinor ?? null],
  discount_ends_on: ['date', ({ terms }) => terms.discount?.endsOn ?? null],
} as const satisfies SentColumns<ClosedChange>;
