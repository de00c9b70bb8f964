import { sql } from 'kysely';
import type { PersonRecord } from '../records/account.ts';
import { arrayOf } from '../schema/arrays.ts';
import { packedRows } from '../schema/packed-rows.ts';
import { insertRows } from '../transactions/insert-rows.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { AccountDirectory } from './account-directory.ts';
import { Batch, itemsOf } from './batch.ts';
import { optionalText, requiredId } from './fields.ts';
import type { Ingest } from './ingest.ts';

interface Person {
  readonly accountId: string;
  readonly name: string | null;
  readonly email: string | null;
}

/** Makes people, or changes what is given of those that are there. */
export function ingestPeople(records: readonly PersonRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), (record) => ({
    externalId: requiredId(record.externalId, 'externalId', 'The person’s id'),
    account: requiredId(record.accountExternalId, 'accountExternalId', 'The account’s id'),
    name: optionalText(record.name, 'name', 'The person’s name'),
    email: optionalText(record.email, 'email', 'The e-mail address'),
  }));
  return async (tx) => {
    const accounts = parsed.map(({ value }) => value.account);
    const directory = await AccountDirectory.load(tx, source, accounts);
    const placed = batch.step(parsed, (person) => ({
      ...person,
      accountId: directory.known(person.account, 'accountExternalId'),
    }));
    const stored = await loadPeople(
      tx,
      source,
      placed.map(({ value }) => value.externalId),
    );
    const changed = new Set<string>();
    for (const { index, value } of placed) {
      const before = stored.get(value.externalId);
      const after: Person = {
        accountId: value.accountId,
        name: value.name ?? before?.name ?? null,
        email: value.email ?? before?.email ?? null,
      };
      if (before === undefined) batch.settle(index, 'created');
      else if (before.accountId !== after.accountId || before.name !== after.name || before.email !== after.email) {
        batch.settle(index, 'updated');
      } else continue;
      stored.set(value.externalId, after);
      changed.add(value.externalId);
    }
    await savePeople(tx, source, [...changed], stored);
    return batch.results;
  };
}

async function loadPeople(
  tx: WriteTransaction,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, Person>> {
  const rows = await packedRows<readonly [string, string, string | null, string | null]>(
    tx.trx,
    sql`external_id, account_id, name, email`,
    sql`from person
        where workspace_id = ${tx.workspace} and source = ${source} and external_id = any(${arrayOf('text', externalIds)})`,
  );
  return new Map(rows.map(([externalId, accountId, name, email]) => [externalId, { accountId, name, email }]));
}

async function savePeople(
  tx: WriteTransaction,
  source: string,
  externalIds: readonly string[],
  people: ReadonlyMap<string, Person>,
): Promise<void> {
  if (externalIds.length === 0) return;
  const rows = externalIds.flatMap((externalId) => {
    const person = people.get(externalId);
    return person === undefined ? [] : [{ externalId, ...person }];
  });
  tx.effects.changed = true;
  await insertRows(
    tx,
    'person',
    rows,
    {
      external_id: ['text', ({ externalId }) => externalId],
      source: ['text', () => source],
      account_id: ['uuid', ({ accountId }) => accountId],
      name: ['text', ({ name }) => name],
      email: ['text', ({ email }) => email],
    },
    ['source', 'external_id'],
  );
}
