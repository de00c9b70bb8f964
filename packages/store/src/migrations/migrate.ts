import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { workspaces } from './0001-workspaces.ts';
import { accounts } from './0002-accounts.ts';
import { subscriptions } from './0003-subscriptions.ts';
import { surveys } from './0004-surveys.ts';
import { health } from './0005-health.ts';
import { keys } from './0006-keys.ts';
import { fewerChecks } from './0007-fewer-checks.ts';
import { polling } from './0008-polling.ts';
import { costs } from './0009-costs.ts';
import { csms } from './0010-csms.ts';
import { usage } from './0011-usage.ts';
import { seats } from './0012-seats.ts';
import { planFeatures } from './0013-plan-features.ts';
import { billing } from './0014-billing.ts';
import { recognisedRevenue } from './0015-recognised-revenue.ts';
import { schedules } from './0016-schedules.ts';
import { tickets } from './0017-tickets.ts';
import { ticketTimes } from './0018-ticket-times.ts';
import { usageEvents } from './0019-usage-events.ts';
import { milestones } from './0020-milestones.ts';
import { outcomes } from './0021-outcomes.ts';
import { advocacy } from './0022-advocacy.ts';
import { tags } from './0023-tags.ts';
import { segments } from './0024-segments.ts';
import { ledgerParts } from './0025-ledger-parts.ts';
import { healthModels } from './0026-health-models.ts';
import { traitHistory } from './0027-trait-history.ts';
import { lifecycle } from './0028-lifecycle.ts';
import { surveyKinds } from './0029-survey-kinds.ts';
import { contracts } from './0030-contracts.ts';
import { lighterKeys } from './0031-lighter-keys.ts';
import { managedKeys } from './0032-keys.ts';
import { internalTraits } from './0033-internal-traits.ts';
import { accessRevisions } from './0034-access-revisions.ts';
import { idempotency } from './0035-idempotency.ts';
import { quotas } from './0036-quotas.ts';
import { ensureRoles } from './roles.ts';

/** Every migration by the name it is remembered under, in order. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-workspaces': workspaces,
  '0002-accounts': accounts,
  '0003-subscriptions': subscriptions,
  '0004-surveys': surveys,
  '0005-health': health,
  '0006-keys': keys,
  '0007-fewer-checks': fewerChecks,
  '0008-polling': polling,
  '0009-costs': costs,
  '0010-csms': csms,
  '0011-usage': usage,
  '0012-seats': seats,
  '0013-plan-features': planFeatures,
  '0014-billing': billing,
  '0015-recognised-revenue': recognisedRevenue,
  '0016-schedules': schedules,
  '0017-tickets': tickets,
  '0018-ticket-times': ticketTimes,
  '0019-usage-events': usageEvents,
  '0020-milestones': milestones,
  '0021-outcomes': outcomes,
  '0022-advocacy': advocacy,
  '0023-tags': tags,
  '0024-segments': segments,
  '0025-ledger-parts': ledgerParts,
  '0026-health-models': healthModels,
  '0027-trait-history': traitHistory,
  '0028-lifecycle': lifecycle,
  '0029-survey-kinds': surveyKinds,
  '0030-contracts': contracts,
  '0031-lighter-keys': lighterKeys,
  '0032-keys': managedKeys,
  '0033-internal-traits': internalTraits,
  '0034-access-revisions': accessRevisions,
  '0035-idempotency': idempotency,
  '0036-quotas': quotas,
};

const lock = sql.lit(4_733_016);

/**
 * Brings the schema up to date. One process at a time: others wait and find the work done. All or nothing.
 *
 * @param last the last migration to run, as stores of its time did; the newest when left out
 * @throws whatever the database threw
 */
export async function migrate<DB>(db: Kysely<DB>, last?: string): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${lock})`.execute(connection);
    try {
      // Migrations see the tables of their own time, not today's.
      await ensureRoles(connection as unknown as Kysely<unknown>);
      const migrator = new Migrator({
        db: connection,
        provider: { getMigrations: async () => migrations },
        migrationTableName: 'plimsoll_migration',
        migrationLockTableName: 'plimsoll_migration_lock',
      });
      const { error } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last));
      if (error !== undefined) throw error;
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(connection);
    }
  });
}
