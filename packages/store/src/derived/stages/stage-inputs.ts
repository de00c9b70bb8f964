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

/** What stages are worked out from, with maps and lists still open. */
type Inputs = Omit<Writable<StageInputs>, 'traits' | 'milestones'> & {
  readonly traits: Map<string, { readonly from: Day; readonly value: string }[]>;
  readonly milestones: Map<string, Day>;
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
  const looked = lifecycleInputs(lifecycle);
  const inputs = await loadAccounts(tx, accountIds, looked.has('trait'));
  const each = async <Row extends readonly unknown[]>(
    table: RawBuilder<unknown>,
    columns: RawBuilder<unknown>,
    add: (account: Inputs, ...row: Row) => void,
  ): Promise<void> => {
    const rows = await packedRows<readonly [string, ...Row]>(
      tx.trx,
      sql`account_id, ${columns}`,
      sql`from (
            select * from ${table} where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)})
            order by day
          ) as ordered`,
    );
    for (const [id, ...row] of rows) {
      const account = inputs.get(id);
      if (account !== undefined) add(account, ...row);
    }
  };
  const day = dayNumber('day');
  await each<readonly [Day, string | null]>(sql`stage_setting`, sql`${day}, stage`, ({ settings }, from, stage) =>
    settings.push({ day: from, stage }),
  );
  if (looked.size === 0) return inputs;
  await each<readonly [Day, number, number]>(
    sql`movement`,
    sql`${day}, kind, amount`,
    ({ movements }, on, kind, amount) => movements.push({ day: on, kind: movementKinds[kind] ?? 'FX', amount }),
  );
  if (looked.has('trait')) {
    const begun = new Map<Inputs, Set<string>>();
    await each<readonly [string, Day, string | null]>(
      sql`trait_change`,
      sql`trait_key, ${day}, value`,
      (account, key, from, value) => {
        const keys = begun.get(account) ?? new Set();
        begun.set(account, keys);
        // The history holds the present value too, with its own day.
        if (!keys.has(key)) account.traits.set(key, []);
        keys.add(key);
        account.traits.get(key)?.push({ from, value: value ?? '' });
      },
    );
  }
  if (looked.has('usage')) {
    const active = sql`(select * from usage_day where events > 0 or sessions > 0 or seconds > 0) as active`;
    await each<readonly [Day, number]>(active, sql`${day}, user_no`, ({ userDays }, on, user) =>
      userDays.push({ day: on, user }),
    );
  }
  if (looked.has('milestone')) {
    const reached = sql`(
      select reached.workspace_id, reached.account_id, reached.reached_on as day, milestone.milestone_key
      from milestone_reached as reached
        join milestone on milestone.workspace_id = reached.workspace_id and milestone.milestone_no = reached.milestone_no
      where reached.workspace_id = ${tx.workspace}
    ) as named`;
    await each<readonly [Day, string]>(reached, sql`${day}, milestone_key`, ({ milestones }, on, key) =>
      milestones.set(key, on),
    );
  }
  if (looked.has('health')) {
    await each<readonly [Day, number | null]>(sql`health_score`, sql`${day}, score`, ({ health }, on, score) =>
      health.push({ day: on, score }),
    );
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
        milestones: new Map(),
        health: [],
        settings: [],
      },
    ]),
  );
}
