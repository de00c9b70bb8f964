import { subscriptionKinds, subscriptionStatuses } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { arrayOf, type ElementType } from '../../schema/arrays.ts';
import { dateOf } from '../../schema/days.ts';
import type { ClosedChange } from './subscription-history.ts';

/** A column of the table of changes, and what of a change it holds. */
export interface ChangeColumn {
  readonly name: string;
  /** What it is sent as; `date` goes as a day's number. */
  readonly type: ElementType | 'date';
  readonly of: (change: ClosedChange) => string | number | null;
}

/** What every change has. */
export const priceColumns: readonly ChangeColumn[] = [
  { name: 'subscription_id', type: 'text', of: (change) => change.subscriptionId },
  { name: 'starts_on', type: 'date', of: (change) => change.startsOn },
  { name: 'ends_on', type: 'date', of: (change) => change.endsOn },
  { name: 'closes_on', type: 'date', of: (change) => change.closesOn },
  { name: 'account_id', type: 'uuid', of: (change) => change.accountId },
  { name: 'plan', type: 'text', of: (change) => change.plan },
  { name: 'amount_minor', type: 'bigint', of: (change) => change.amountMinor },
  { name: 'currency', type: 'text', of: (change) => change.currency },
  { name: 'billing_interval', type: 'text', of: (change) => change.interval },
  { name: 'every', type: 'int', of: (change) => change.every },
  { name: 'quantity', type: 'bigint', of: (change) => change.quantity },
  { name: 'annual_minor', type: 'bigint', of: (change) => change.annualMinor },
];

/** The same with what only some have. */
export const allColumns: readonly ChangeColumn[] = [
  ...priceColumns,
  { name: 'kind', type: 'smallint', of: ({ terms }) => subscriptionKinds.indexOf(terms.kind) },
  { name: 'status', type: 'smallint', of: ({ terms }) => subscriptionStatuses.indexOf(terms.status) },
  { name: 'cancelled_on', type: 'date', of: ({ terms }) => terms.cancelledOn },
  { name: 'signed_on', type: 'date', of: ({ terms }) => terms.signedOn },
  { name: 'discount_millionths', type: 'int', of: ({ terms }) => terms.discount?.millionths ?? null },
  { name: 'discount_minor', type: 'bigint', of: ({ terms }) => terms.discount?.minor ?? null },
  { name: 'discount_annual', type: 'bigint', of: ({ terms }) => terms.discount?.annualMinor ?? null },
  { name: 'discount_ends_on', type: 'date', of: ({ terms }) => terms.discount?.endsOn ?? null },
];

/** The columns that a change is found by. */
export const keyColumns: ReadonlySet<string> = new Set(['subscription_id', 'starts_on', 'kind']);

/** Names of columns, one after the other. */
export function namesOf(columns: readonly ChangeColumn[]): RawBuilder<unknown> {
  return sql.join(columns.map(({ name }) => sql.ref(name)));
}

/** A sent column as the table holds it. */
export function storedOf({ name, type }: ChangeColumn): RawBuilder<unknown> {
  const sent = sql.ref(`new.${name}`);
  return type === 'date' ? dateOf(sent) : sent;
}

/** Changes as rows of a table called `new`. */
export function unnested(columns: readonly ChangeColumn[], rows: readonly ClosedChange[]): RawBuilder<unknown> {
  const arrays = columns.map(({ type, of }) => arrayOf(type === 'date' ? 'int' : type, rows.map(of)));
  return sql`unnest(${sql.join(arrays)}) as new (${namesOf(columns)})`;
}
