import { openStore, type StoreOptions } from '@plimsoll/store';
import { makeCompany, plans, regions } from './company.ts';

/** Runs one statement; both drivers do. */
export type Query = (text: string, values?: unknown[]) => Promise<unknown>;

/** Makes an empty workspace. */
export async function makeWorkspace(options: StoreOptions, key: string): Promise<string> {
  const store = await openStore(options);
  await store.createWorkspace({ key, name: 'Bench', currency: 'USD', timeZone: 'UTC' });
  await store.close();
  return key;
}

/** Writes a company's accounts and movements as an import would have left them, in the order of their ids. */
export async function fillWorkspace(key: string, count: number, query: Query): Promise<void> {
  const { ledger, accounts } = makeCompany(count);
  const { offsets, days, kinds, amounts } = ledger.movements;
  const id = (index: number): string => `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
  const size = 20_000;
  for (let from = 0; from < count; from += size) {
    const indexes = Array.from({ length: Math.min(size, count - from) }, (_, index) => from + index);
    await query(
      `insert into account (workspace_id, account_id, source, external_id, name, traits, known_on, touched_revision)
       select $1, id, 'host', 'a' || n, 'Account ' || n, traits, date '2023-01-01', 0 from unnest($2::uuid[], $3::int[], $4::jsonb[]) as t (id, n, traits)`,
      [
        key,
        indexes.map(id),
        indexes,
        indexes.map((index) =>
          JSON.stringify({
            plan: plans[accounts.plan[index] ?? 0],
            region: regions[accounts.region[index] ?? 0],
            owner: `csm-${index % 50}`,
            industry: `industry-${index % 20}`,
            city: `city-${index % 3_000}`,
          }),
        ),
      ],
    );
    const [first, last] = [offsets[from] ?? 0, offsets[from + indexes.length] ?? 0];
    const owners = indexes.flatMap((index) =>
      new Array<string>((offsets[index + 1] ?? 0) - (offsets[index] ?? 0)).fill(id(index)),
    );
    await query(
      `insert into movement (workspace_id, account_id, day, kind, amount)
       select $1, id, date '1970-01-01' + day, kind, amount
       from unnest($2::uuid[], $3::int[], $4::smallint[], $5::bigint[]) as t (id, day, kind, amount)`,
      [
        key,
        owners,
        [...days.subarray(first, last)],
        [...kinds.subarray(first, last)],
        [...amounts.subarray(first, last)],
      ],
    );
  }
  await query('analyze account, movement');
}
