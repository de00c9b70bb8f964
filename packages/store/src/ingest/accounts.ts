import { type Day, joinTags } from '@plimsoll/metrics';
import { sql } from 'kysely';
import type { AccountRecord } from '../records/account.ts';
import { arrayOf } from '../schema/arrays.ts';
import { dayNumber } from '../schema/days.ts';
import { packedRows } from '../schema/packed-rows.ts';
import { assignedFrom, type SentColumns, sentRows } from '../schema/sent-rows.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { AccountDirectory } from './account-directory.ts';
import { Batch, itemsOf } from './batch.ts';
import { optionalText, requiredDay, requiredId } from './fields.ts';
import type { Ingest } from './ingest.ts';
import { parseTags } from './parse-tags.ts';
import { Rejection } from './rejection.ts';
import { traitDay, traitKey, traitValue } from './traits/parse-trait.ts';
import { type AccountTraits, TraitTimelines } from './traits/trait-timelines.ts';

const mostTraits = 100;

interface Stored extends AccountTraits {
  readonly name: string;
  /** Each once, in order. */
  readonly tags: readonly string[];
  readonly createdOn: Day | null;
  readonly parentId: string | null;
}

type ParsedAccount = ReturnType<typeof parseAccount>;

/** Makes accounts, or changes what is given of those that are there. */
export function ingestAccounts(records: readonly AccountRecord[], source: string): Ingest {
  const batch = new Batch(records);
  return async (tx) => {
    const parsed = batch.step(itemsOf(records), (record) => parseAccount(record, tx.today));
    const directory = await AccountDirectory.load(
      tx,
      source,
      parsed.flatMap(({ value }) => [value.externalId, ...(value.parent === undefined ? [] : [value.parent])]),
    );
    const wanted = parsed.map(({ index, value }) => ({ index, value, id: directory.knownOrNew(value.externalId) }));
    const stored = await loadAccounts(
      tx,
      wanted.map(({ id }) => id),
    );
    const timelines = await TraitTimelines.load(tx, stored);
    const changed = new Set<string>();
    const parents = new Set<string>();
    for (const { index, value, id } of wanted) {
      const before = stored.get(id);
      const parentId = value.parent === undefined ? (before?.parentId ?? null) : directory.knownOrNew(value.parent);
      if (parentId !== null) parents.add(parentId);
      const after = {
        name: value.name ?? before?.name ?? value.externalId,
        tags: value.tags ?? before?.tags ?? [],
        createdOn: value.createdOn === undefined ? (before?.createdOn ?? null) : value.createdOn,
        parentId,
      };
      const traitsChanged = putTraits(timelines, id, value, tx.today);
      if (before === undefined) batch.settle(index, 'created');
      else if (traitsChanged || !sameAccount(before, after)) batch.settle(index, 'updated');
      else continue;
      if (before !== undefined && traitsChanged) tx.effects.due.addTraits(id, before.traits);
      stored.set(id, { ...after, traits: timelines.now(id), knownOn: before?.knownOn ?? tx.today });
      changed.add(id);
      if (before?.createdOn !== after.createdOn) tx.effects.redatedAccounts.add(id);
    }
    await directory.create(new Set([...changed, ...parents]));
    await saveAccounts(tx, [...changed], stored);
    await timelines.save();
    return batch.results;
  };
}

/** Puts what is given of an account's traits; whether anything changed. */
function putTraits(timelines: TraitTimelines, id: string, account: ParsedAccount, today: Day): boolean {
  let changed = false;
  for (const [key, value] of account.traits) {
    // Without a day the traits are what the account has now: what it has already says nothing new.
    if (account.traitsFrom === undefined && timelines.valueNow(id, key) === value) continue;
    if (timelines.put(id, key, account.traitsFrom ?? today, value) !== 'unchanged') changed = true;
  }
  return changed;
}

function parseAccount(record: AccountRecord, today: Day) {
  const externalId = requiredId(record.externalId, 'externalId', 'The account’s id');
  const parent = optionalText(record.parentExternalId, 'parentExternalId', 'The parent account’s id', 255);
  if (parent === externalId) {
    throw new Rejection('parentExternalId', `The account "${externalId}" is its own parent. Name another, or none.`);
  }
  const traits = Object.entries(record.traits ?? {});
  if (traits.length > mostTraits) {
    throw new Rejection(
      'traits',
      `The account has ${traits.length} traits and ${mostTraits} is the most. Leave some out.`,
    );
  }
  return {
    externalId,
    parent,
    traits: traits.map(([key, value]) => [traitKey(key, 'traits'), traitValue(value, 'traits', key)] as const),
    traitsFrom: record.traitsFrom === undefined ? undefined : traitDay(record.traitsFrom, 'traitsFrom', today),
    tags: parseTags(record.tags),
    createdOn: parseCreatedOn(record.createdOn),
    name: optionalText(record.name, 'name', 'The account’s name'),
  };
}

function parseCreatedOn(value: unknown): Day | null | undefined {
  if (value === undefined || value === null) return value;
  return requiredDay(value, 'createdOn', 'The day of creation');
}

function sameAccount(a: Omit<Stored, keyof AccountTraits>, b: Omit<Stored, keyof AccountTraits>): boolean {
  return (
    a.name === b.name &&
    a.parentId === b.parentId &&
    a.createdOn === b.createdOn &&
    joinTags(a.tags) === joinTags(b.tags)
  );
}

async function loadAccounts(tx: WriteTransaction, ids: readonly string[]): Promise<Map<string, Stored>> {
  const rows = await packedRows<
    readonly [string, string, Record<string, string>, readonly string[], Day | null, Day, string | null]
  >(
    tx.trx,
    sql`account_id, name, traits, tags, ${dayNumber('created_on')}, ${dayNumber('known_on')}, parent_id`,
    sql`from account where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', ids)})`,
  );
  return new Map(
    rows.map(([id, name, traits, tags, createdOn, knownOn, parentId]) => [
      id,
      { name, traits, tags, createdOn, knownOn, parentId },
    ]),
  );
}

const saidColumns = {
  name: ['text', ({ name }) => name],
  traits: ['jsonb', ({ traits }) => JSON.stringify(traits)],
  tags: ['jsonb', ({ tags }) => JSON.stringify(tags)],
  created_on: ['date', ({ createdOn }) => createdOn],
  parent_id: ['uuid', ({ parentId }) => parentId],
} as const satisfies SentColumns<Stored>;

async function saveAccounts(
  tx: WriteTransaction,
  ids: readonly string[],
  accounts: ReadonlyMap<string, Stored>,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = ids.flatMap((id) => {
    const account = accounts.get(id);
    return account === undefined ? [] : [{ id, ...account }];
  });
  tx.effects.changed = true;
  for (const id of ids) tx.effects.touchedAccounts.add(id);
  await sql`
    update account set ${assignedFrom('new', saidColumns)}, touched_revision = ${tx.nextRevision}
    from (select ${sentRows(rows, { account_id: ['uuid', ({ id }) => id], ...saidColumns })}) as new
    where account.workspace_id = ${tx.workspace} and account.account_id = new.account_id`.execute(tx.trx);
}
