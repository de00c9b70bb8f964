import {
  type Day,
  type HealthAnswer,
  type HealthInputs,
  type HealthModel,
  MetricReadings,
  type Movement,
  movementKinds,
  type Observation,
} from '@plimsoll/metrics';
import { sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { sentRows } from '../../schema/sent-rows.ts';
import type { WorkspaceTransaction } from '../../transactions/workspace-transaction.ts';
import { readInfo } from '../../workspaces/workspaces.ts';
import { loadAccountLedgers } from './account-ledgers.ts';
import { partsOf } from './model-inputs.ts';

/** An account, and the first day that its scores are asked for. */
export interface WantedAccount {
  readonly id: string;
  readonly from: Day;
}

interface Gathered {
  readonly numbers: Record<string, Observation[]>;
  readonly answers: HealthAnswer[];
  readonly movements: Movement[];
  readings: MetricReadings | null;
}

/** What the health of accounts is worked out from, from a day on: only the kinds of records that the model reads. */
export async function loadHealthInputs(
  tx: WorkspaceTransaction,
  model: HealthModel,
  accounts: readonly WantedAccount[],
): Promise<ReadonlyMap<string, HealthInputs>> {
  const inputs = new Map<string, Gathered>(
    // Without a prototype: a number may be called "constructor".
    accounts.map(({ id }) => [id, { numbers: Object.create(null), answers: [], movements: [], readings: null }]),
  );
  const kinds = new Set(model.factors.map(({ source }) => source.kind));
  if (kinds.has('number')) await addNumbers(tx, model, accounts, inputs);
  if (kinds.has('answers')) await addAnswers(tx, inputs);
  if (kinds.has('revenueTrend')) await addMovements(tx, inputs);
  if (kinds.has('metric')) await addReadings(tx, model, inputs);
  return inputs;
}

/** Numbers from the day on, and the latest before it, which stands until then. */
async function addNumbers(
  tx: WorkspaceTransaction,
  model: HealthModel,
  accounts: readonly WantedAccount[],
  inputs: ReadonlyMap<string, Gathered>,
): Promise<void> {
  const keys = model.factors.flatMap(({ source }) => (source.kind === 'number' ? [source.key] : []));
  const own = sql`workspace_id = ${tx.workspace} and account_id = wanted.account_id and number_key = one.number_key`;
  const wanted = sentRows(accounts, {
    account_id: ['uuid', ({ id }) => id],
    from_day: ['date', ({ from }) => from],
  });
  const rows = await packedRows<readonly [string, string, Day, number]>(
    tx.trx,
    sql`wanted.account_id, one.number_key, ${dayNumber('reported.day')}, reported.value`,
    sql`from (select ${wanted}) as wanted
        cross join unnest(${arrayOf('text', [...new Set(keys)])}) as one (number_key)
        cross join lateral (
          (select day, value from reported_number where ${own} and day < wanted.from_day order by day desc limit 1)
          union all
          (select day, value from reported_number where ${own} and day >= wanted.from_day order by day)
        ) as reported`,
  );
  for (const [accountId, key, day, value] of rows) {
    const numbers = inputs.get(accountId)?.numbers ?? {};
    const observations = numbers[key] ?? [];
    numbers[key] = observations;
    observations.push({ day, value });
  }
  // Each question gives its rows in order, and nothing says in which order they come together.
  for (const { numbers } of inputs.values()) {
    for (const observations of Object.values(numbers)) observations.sort((a, b) => a.day - b.day);
  }
}

async function addReadings(
  tx: WorkspaceTransaction,
  model: HealthModel,
  inputs: ReadonlyMap<string, Gathered>,
): Promise<void> {
  const { policy } = await readInfo(tx);
  const ledgers = await loadAccountLedgers(tx, [...inputs.keys()], partsOf(model));
  for (const [id, ledger] of ledgers) {
    const input = inputs.get(id);
    if (input !== undefined) input.readings = new MetricReadings(ledger, policy);
  }
}

async function addAnswers(tx: WorkspaceTransaction, inputs: ReadonlyMap<string, Gathered>): Promise<void> {
  const rows = await packedRows<readonly [string, Day, string, number]>(
    tx.trx,
    sql`account_id, ${dayNumber('day')}, respondent, answer`,
    sql`from (
          select response.* from response
          join survey on survey.workspace_id = ${tx.workspace} and survey.survey_key = response.survey_key
          where response.workspace_id = ${tx.workspace}
            and response.account_id = any(${arrayOf('uuid', [...inputs.keys()])}) and survey.kind = 'NPS'
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
          where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', [...inputs.keys()])})
          order by day, kind desc
        ) as moved`,
  );
  for (const [accountId, day, code, amount] of rows) {
    const kind = movementKinds[code];
    if (kind !== undefined) inputs.get(accountId)?.movements.push({ day, kind, amount });
  }
}
