import { type Day, dayInZone } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { knownAccounts } from '../../accounts/known-accounts.ts';
import type { ExposureRecord } from '../../records/survey.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { type SentColumns, sentRows } from '../../schema/sent-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { AccountDirectory } from '../account-directory.ts';
import { Batch, itemsOf } from '../batch.ts';
import { optionalText, requiredId, requiredInstant } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { Rejection } from '../rejection.ts';
import { touchPart } from '../touch-part.ts';
import { SurveyDirectory } from './survey-directory.ts';

/** A survey was put in front of somebody on a day. */
export interface Exposure {
  readonly survey: string;
  readonly accountId: string | null;
  readonly respondent: string;
  readonly day: Day;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly shownAt: number;
  readonly dismissed: boolean;
}

/** Takes in that surveys were shown, once per survey, respondent and day. */
export function ingestExposures(records: readonly ExposureRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseExposure);
  return async (tx) => {
    const surveys = await SurveyDirectory.load(tx);
    const accounts = await AccountDirectory.load(
      tx,
      source,
      parsed.flatMap(({ value }) => value.account ?? []),
    );
    const internal = new Set(
      await knownAccounts(
        tx,
        parsed.flatMap(({ value }) => value.accountId ?? []),
      ),
    );
    const placed = batch.step(parsed, ({ account, accountId, ...exposure }): Exposure => {
      if (accountId !== null && !internal.has(accountId)) {
        throw new Rejection(
          'accountId',
          `There is no account of the internal id "${accountId}". Correct it, or leave it out.`,
        );
      }
      return {
        ...exposure,
        survey: surveys.known(exposure.survey).key,
        accountId: account === undefined ? accountId : accounts.known(account, 'accountExternalId'),
        day: dayInZone(exposure.shownAt, tx.timeZone),
      };
    });
    const results = await saveExposures(
      tx,
      placed.map(({ value }) => value),
    );
    placed.forEach(({ index }, at) => {
      batch.settle(index, results[at] ?? 'unchanged');
    });
    return batch.results;
  };
}

function parseExposure(record: ExposureRecord) {
  return {
    survey: requiredId(record.survey, 'survey', 'The survey’s key'),
    account: optionalText(record.accountExternalId, 'accountExternalId', 'The account’s id', 255),
    accountId: record.accountId ?? null,
    respondent: requiredId(record.respondent, 'respondent', 'The respondent’s id'),
    shownAt: requiredInstant(record.shownAt, 'shownAt', 'The time it was shown'),
    dismissed: record.dismissed === true,
  };
}

const keyColumns = {
  survey_key: ['text', ({ survey }) => survey],
  respondent: ['text', ({ respondent }) => respondent],
  day: ['date', ({ day }) => day],
} as const satisfies SentColumns<Exposure>;

/** Writes exposures that are new, and dismissals of those that are there. One result each, in order. */
export async function saveExposures(
  tx: WriteTransaction,
  exposures: readonly Exposure[],
): Promise<readonly ('created' | 'updated' | 'unchanged')[]> {
  const stored = await loadDismissed(tx, exposures);
  const changed = new Map<string, Exposure>();
  const results = exposures.map((exposure) => {
    const key = keyOf(exposure);
    const before = stored.get(key);
    if (before !== undefined && (before || !exposure.dismissed)) return 'unchanged';
    changed.set(key, exposure);
    stored.set(key, exposure.dismissed);
    return before === undefined ? 'created' : 'updated';
  });
  if (changed.size === 0) return results;
  const rows = [...changed.values()];
  touchPart(tx, 'exposures');
  await insertRows(
    tx,
    'exposure',
    rows,
    {
      ...keyColumns,
      account_id: ['uuid', ({ accountId }) => accountId],
      shown_at: ['timestamptz', ({ shownAt }) => new Date(shownAt).toISOString()],
      dismissed: ['boolean', ({ dismissed }) => dismissed],
      created_revision: ['bigint', () => tx.nextRevision],
    },
    Object.keys(keyColumns),
    ['dismissed'],
  );
  for (const { accountId, day } of rows) if (accountId !== null) tx.effects.due.add('exposures', accountId, day);
  return results;
}

function keyOf(exposure: Pick<Exposure, 'survey' | 'respondent' | 'day'>): string {
  return JSON.stringify([exposure.survey, exposure.respondent, exposure.day]);
}

async function loadDismissed(tx: WriteTransaction, exposures: readonly Exposure[]): Promise<Map<string, boolean>> {
  if (exposures.length === 0) return new Map();
  const rows = await packedRows<readonly [string, string, Day, boolean]>(
    tx.trx,
    sql`exposure.survey_key, exposure.respondent, ${dayNumber('exposure.day')}, exposure.dismissed`,
    sql`from (select distinct * from (select ${sentRows(exposures, keyColumns)}) as wanted) as asked
        join exposure on exposure.workspace_id = ${tx.workspace} and exposure.survey_key = asked.survey_key
          and exposure.respondent = asked.respondent and exposure.day = asked.day`,
  );
  return new Map(rows.map(([survey, respondent, day, dismissed]) => [keyOf({ survey, respondent, day }), dismissed]));
}
