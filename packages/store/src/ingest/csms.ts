import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import type { CsmRecord } from '../records/csm.ts';
import { arrayOf } from '../schema/arrays.ts';
import { dayNumber } from '../schema/days.ts';
import { packedRows } from '../schema/packed-rows.ts';
import { insertRows } from '../transactions/insert-rows.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { Batch, itemsOf } from './batch.ts';
import { optionalText, requiredDay, requiredId, requiredText } from './fields.ts';
import type { Ingest } from './ingest.ts';
import { Rejection } from './rejection.ts';
import { settleChanges } from './settle-changes.ts';
import { touchPart } from './touch-part.ts';

const mostFte = 10;

interface Csm {
  readonly externalId: string;
  readonly name: string;
  readonly email: string | null;
  readonly fteMillionths: number;
  readonly rampedOn: Day;
  readonly leftOn: Day | null;
}

/** Takes CSMs in, each in place of the one with their id. */
export function ingestCsms(records: readonly CsmRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseCsm);
  return async (tx) => {
    const stored = await loadCsms(
      tx,
      source,
      parsed.map(({ value }) => value.externalId),
    );
    const { written } = settleChanges(batch, parsed, stored, { keyOf: ({ externalId }) => externalId, isSame });
    await saveCsms(tx, source, written);
    return batch.results;
  };
}

function parseCsm(record: CsmRecord): Csm {
  const rampedOn = requiredDay(record.rampedOn, 'rampedOn', 'The day of being ramped');
  const leftOn =
    record.leftOn === null || record.leftOn === undefined
      ? null
      : requiredDay(record.leftOn, 'leftOn', 'The day of leaving');
  return {
    externalId: requiredId(record.externalId, 'externalId', 'The CSM’s id'),
    name: requiredText(record.name, 'name', 'The CSM’s name'),
    email: optionalText(record.email, 'email', 'The e-mail address') ?? null,
    fteMillionths: parseFte(record.fte),
    rampedOn,
    leftOn,
  };
}

function parseFte(value: unknown): number {
  const millionths = typeof value === 'number' ? Math.round(value * 1_000_000) : Number.NaN;
  if (!(millionths >= 1 && millionths <= mostFte * 1_000_000)) {
    throw new Rejection(
      'fte',
      `The time ${String(value)} is not a part of a full-time person. Give a number above 0 and at most ${mostFte}, such as 0.5.`,
    );
  }
  return millionths;
}

function isSame(a: Csm, b: Csm): boolean {
  return (
    a.name === b.name &&
    a.email === b.email &&
    a.fteMillionths === b.fteMillionths &&
    a.rampedOn === b.rampedOn &&
    a.leftOn === b.leftOn
  );
}

async function loadCsms(
  tx: WriteTransaction,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, Csm>> {
  const rows = await packedRows<readonly [string, string, string | null, number, Day, Day | null]>(
    tx.trx,
    sql`external_id, name, email, fte_millionths, ${dayNumber('ramped_on')}, ${dayNumber('left_on')}`,
    sql`from csm
        where workspace_id = ${tx.workspace} and source = ${source} and external_id = any(${arrayOf('text', externalIds)})`,
  );
  return new Map(
    rows.map(([externalId, name, email, fteMillionths, rampedOn, leftOn]) => [
      externalId,
      { externalId, name, email, fteMillionths, rampedOn, leftOn },
    ]),
  );
}

async function saveCsms(tx: WriteTransaction, source: string, csms: readonly Csm[]): Promise<void> {
  if (csms.length === 0) return;
  touchPart(tx, 'csms');
  await insertRows(
    tx,
    'csm',
    csms,
    {
      external_id: ['text', ({ externalId }) => externalId],
      source: ['text', () => source],
      name: ['text', ({ name }) => name],
      email: ['text', ({ email }) => email],
      fte_millionths: ['int', ({ fteMillionths }) => fteMillionths],
      ramped_on: ['date', ({ rampedOn }) => rampedOn],
      left_on: ['date', ({ leftOn }) => leftOn],
      touched_revision: ['bigint', () => tx.nextRevision],
    },
    ['source', 'external_id'],
  );
}
