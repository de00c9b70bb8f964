import {
  type Day,
  type HealthAnswer,
  type HealthInputs,
  type HealthModel,
  type Movement,
  movementKinds,
  type Observation,
} from '@plimsoll/metrics';
import { sql } from 'kysely';
import { dayNumber } from '../schema/days.ts';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

interface Gathered {
  readonly numbers: Record<string, Observation[]>;
  readonly answers: HealthAnswer[];
  readonly movements: Movement[];
}

/** What the health of accounts is worked out from: only the kinds of records that the model reads. */
export async function loadHealthInputs(
  tx: WorkspaceTransaction,
  model: HealthModel,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, HealthInputs>> {
  const inputs = new Map<string, Gathered>(accountIds.map((id) => [id, { numbers: {}, answers: [], movements: [] }]));
  const kinds = new Set(model.factors.map(({ source }) => source.kind));
  if (kinds.has('number')) await addNumbers(tx, model, inputs);
  if (kinds.has('answers')) await addAnswers(tx, inputs);
  if (kinds.has('revenueTrend')) await addMovements(tx, inputs);
  return inputs;
}

async function addNumbers(
  tx: WorkspaceTransaction,
  model: HealthModel,
  inputs: ReadonlyMap<string, Gathered>,
): Promise<void> {
  const keys = model.factors.flatMap(({ source }) => (source.kind === 'number' ? [source.key] : []));
  const rows = await packedRows<readonly [string, string, Day, number]>(
    tx.trx,
    sql`account_id, number_key, ${dayNumber('day')}, value`,
    sql`from (
          select * from reported_number
          where workspace_id = ${tx.workspace} and account_id = any(${[...inputs.keys()]}::uuid[])
            and number_key = any(${keys}::text[])
          order by day
        ) as reported`,
  );
  for (const [accountId, key, day, value] of rows) {
    const numbers = inputs.get(accountId)?.numbers ?? {};
    const observations = numbers[key] ?? [];
    numbers[key] = observations;
    observations.push({ day, value });
  }
}

async function addAnswers(tx: WorkspaceTransaction, inputs: ReadonlyMap<string, Gathered>): Promise<void> {
  const rows = await packedRows<readonly [string, Day, string, number]>(
    tx.trx,
    sql`account_id, ${dayNumber('day')}, respondent, answer`,
    sql`from (
          select response.* from response
          join survey on survey.workspace_id = ${tx.workspace} and survey.survey_key = response.survey_key
          where response.workspace_id = ${tx.workspace} and response.account_id = any(${[...inputs.keys()]}::uuid[])
            and survey.kind = 'NPS'
          order by responded_at, response_id
        ) as answered`,
  );
  for (const [accountId, day, respondent, answer] of rows) {
    inputs.get(accountId)?.answers.push({ day, respondent, answer });
  }
}

async function addMovements(tx: WorkspaceTransaction, inputs: ReadonlyMap<string, Gathered>): Promise<void> {
  const rows = await packedRows<readonly [string, Day, number, number]>(
    tx.trx,
    sql`account_id, ${dayNumber('day')}, kind, amount`,
    sql`from (
          select * from movement
          where workspace_id = ${tx.workspace} and account_id = any(${[...inputs.keys()]}::uuid[])
          order by day, kind desc
        ) as moved`,
  );
  for (const [accountId, day, code, amount] of rows) {
    const kind = movementKinds[code];
    if (kind !== undefined) inputs.get(accountId)?.movements.push({ day, kind, amount });
  }
}
