import {
  type Day,
  inputsOf,
  type Lifecycle,
  movementKinds,
  type StageInput,
  type StageInputs,
} from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../../transactions/workspace-transaction.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

/** What stages are worked out from, with the traits still open for history. */
type Inputs = Omit<Writable<StageInputs>, 'traits'> & {
  readonly traits: Map<string, { readonly from: Day; readonly value: string }[]>;
};

/** What the rules of a lifecycle look at, all together. */
export function lifecycleInputs({ stages }: Lifecycle): ReadonlySet<StageInput> {
  return new Set(stages.flatMap(({ rule }) => (rule === null ? [] : [...inputsOf(rule)])));
}

/** Everything that the stages of some accounts are worked out from, as far as the lifecycle's rules look at it. */
export async function loadStageInputs(
  tx: WorkspaceTransaction,
  lifecycle: Lifecycle,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, StageInputs>> {
  const ruled = lifecycle.stages.some(({ rule }) => rule !== null);
  const looked = lifecycleInputs(lifecycle);
  const inputs = await loadAccounts(tx, accountIds, looked.has('trait'));
  const rows = <Row extends readonly [string, ...unknown[]]>(
    columns: RawBuilder<unknown>,
    table: RawBuilder<unknown>,
    order: RawBuilder<unknown>,
  ) =>
    packedRows<Row>(
      tx.trx,
      sql`account_id, ${columns}`,
      sql`from (
            select * from ${table} where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)})
            order by ${order}
          ) as ordered`,
    );
  const setting = sql`stage_setting`;
  for (const [id, day, stage] of await rows<readonly [string, Day, string | null]>(
    sql`${dayNumber('day')}, stage`,
    setting,
    sql`day`,
  ))
    inputs.get(id)?.settings.push({ day, stage });
  if (!ruled) return inputs;
  const movement = sql`movement`;
  for (const [id, day, kind, amount] of await rows<readonly [string, Day, number, number]>(
    sql`${dayNumber('day')}, kind, amount`,
    movement,
    sql`day`,
  ))
    inputs.get(id)?.movements.push({ day, kind: movementKinds[kind] ?? 'FX', amount });
  if (looked.has('trait')) {
    const history = await rows<readonly [string, string, Day, string | null]>(
      sql`trait_key, ${dayNumber('day')}, value`,
      sql`trait_change`,
      sql`day`,
    );
    addTraitHistory(inputs, history);
  }
  if (looked.has('usage')) {
    const active = sql`(select * from usage_day where events > 0 or sessions > 0 or seconds > 0) as active`;
    for (const [id, day, user] of await rows<readonly [string, Day, number]>(
      sql`${dayNumber('day')}, user_no`,
      active,
      sql`day`,
    ))
      inputs.get(id)?.userDays.push({ day, user });
  }
  if (looked.has('health')) {
    for (const [id, day, score] of await rows<readonly [string, Day, number | null]>(
      sql`${dayNumber('day')}, score`,
      sql`health_score`,
      sql`day`,
    ))
      inputs.get(id)?.health.push({ day, score });
  }
  return inputs;
}

async function loadAccounts(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  withTraits: boolean,
): Promise<Map<string, Inputs>> {
  const rows = await packedRows<readonly [string, Day, Readonly<Record<string, string>>]>(
    tx.trx,
    sql`account_id, coalesce(${dayNumber('created_on')}, ${dayNumber('known_on')}), ${withTraits ? sql`traits` : sql`null`}`,
    sql`from account where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)})`,
  );
  return new Map(
    rows.map(([id, createdOn, traits]) => [
      id,
      {
        createdOn,
        traits: new Map(Object.entries(traits ?? {}).map(([key, value]) => [key, [{ from: createdOn, value }]])),
        movements: [],
        userDays: [],
        health: [],
        settings: [],
      },
    ]),
  );
}

function addTraitHistory(
  inputs: ReadonlyMap<string, Inputs>,
  rows: readonly (readonly [string, string, Day, string | null])[],
): void {
  const begun = new Set<string>();
  for (const [id, key, from, value] of rows) {
    const account = inputs.get(id);
    if (account === undefined) continue;
    const name = `${id} ${key}`;
    // The history holds the present value too, with its own day.
    if (!begun.has(name)) account.traits.set(key, []);
    begun.add(name);
    account.traits.get(key)?.push({ from, value: value ?? '' });
  }
}
