import type { Day, ExchangeRates } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { touchPart } from '../touch-part.ts';

/** A cost as it is stored. */
export interface Cost {
  readonly source: string;
  readonly externalId: string;
  readonly accountId: string | null;
  readonly category: number;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly amountMinor: number;
  readonly currency: string;
  /** At the rate of `startsOn`; `null` without one. */
  readonly reportingMinor: number | null;
}

/** What a cost comes to in the workspace's currency. */
export function converted(cost: Omit<Cost, 'reportingMinor'>, rates: ExchangeRates): Cost {
  return { ...cost, reportingMinor: rates.convert(cost.amountMinor, cost.currency, cost.startsOn) ?? null };
}

/** Costs of one source by their external ids. */
export async function loadCosts(
  tx: WriteTransaction,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, Cost>> {
  const found = await readCosts(
    tx,
    sql`source = ${source} and external_id = any(${arrayOf('text', [...new Set(externalIds)])})`,
  );
  return new Map(found.map((cost) => [cost.externalId, cost]));
}

/** Costs in some currencies, of every source. */
export function loadCostsIn(tx: WriteTransaction, currencies: readonly string[]): Promise<readonly Cost[]> {
  return readCosts(tx, sql`currency = any(${arrayOf('text', currencies)})`);
}

async function readCosts(tx: WriteTransaction, which: RawBuilder<unknown>): Promise<readonly Cost[]> {
  type Row = readonly [string, string, string | null, number, Day, Day, number, string, number | null];
  const rows = await packedRows<Row>(
    tx.trx,
    sql`source, external_id, account_id, category, ${dayNumber('starts_on')}, ${dayNumber('ends_on')}, amount_minor,
        currency, reporting_minor`,
    sql`from cost where workspace_id = ${tx.workspace} and ${which}`,
  );
  return rows.map(
    ([source, externalId, accountId, category, startsOn, endsOn, amountMinor, currency, reportingMinor]) => ({
      source,
      externalId,
      accountId,
      category,
      startsOn,
      endsOn,
      amountMinor,
      currency,
      reportingMinor,
    }),
  );
}

/** Writes costs in place of those of the same source and id. */
export async function saveCosts(tx: WriteTransaction, costs: readonly Cost[]): Promise<void> {
  if (costs.length === 0) return;
  touchPart(tx, 'costs');
  await insertRows(
    tx,
    'cost',
    costs,
    {
      external_id: ['text', ({ externalId }) => externalId],
      source: ['text', ({ source }) => source],
      account_id: ['uuid', ({ accountId }) => accountId],
      category: ['smallint', ({ category }) => category],
      starts_on: ['date', ({ startsOn }) => startsOn],
      ends_on: ['date', ({ endsOn }) => endsOn],
      amount_minor: ['bigint', ({ amountMinor }) => amountMinor],
      currency: ['text', ({ currency }) => currency],
      reporting_minor: ['bigint', ({ reportingMinor }) => reportingMinor],
      touched_revision: ['bigint', () => tx.nextRevision],
    },
    ['source', 'external_id'],
  );
}
