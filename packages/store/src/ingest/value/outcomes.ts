import { fromTheStart } from '../../derived/health/health-due.ts';
import type { OutcomeRecord } from '../../records/value.ts';
import { Batch, itemsOf } from '../batch.ts';
import { plainNumber, requiredDay, requiredId, requiredText } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { placeOnAccounts } from '../place-on-accounts.ts';
import { Rejection } from '../rejection.ts';
import { settleChanges } from '../settle-changes.ts';
import { firstDays, touchAccounts } from '../touch-accounts.ts';
import { loadOutcomes, type Outcome, saveOutcomes, settleOutcomes } from './outcome-rows.ts';

/** Takes outcomes in, each in place of the one with its id. */
export function ingestOutcomes(records: readonly OutcomeRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseOutcome);
  return async (tx) => {
    const placed = await placeOnAccounts(tx, source, batch, parsed);
    const stored = await loadOutcomes(
      tx,
      source,
      placed.map(({ value }) => value.externalId),
    );
    const { written, replaced } = settleChanges(batch, placed, stored, {
      keyOf: ({ externalId }) => externalId,
      isSame,
    });
    await saveOutcomes(tx, source, written);
    const settled = await settleOutcomes(
      tx,
      source,
      written.map(({ externalId }) => externalId),
    );
    const accountOf = new Map(written.map(({ externalId, accountId }) => [externalId, accountId]));
    // Of what another account had nothing is left to tell when it was reached.
    const before = replaced.map(({ externalId, accountId, dueOn }) => ({
      accountId,
      day: accountOf.get(externalId) === accountId ? dueOn : fromTheStart,
    }));
    const first = firstDays([...before, ...settled]);
    await touchAccounts(tx, first.keys(), 'outcomes', first);
    return batch.results;
  };
}

function parseOutcome(record: OutcomeRecord) {
  const baseline = plainNumber(record.baseline, 'baseline', 'The baseline');
  const target = plainNumber(record.target, 'target', 'The target');
  if (baseline === target) {
    throw new Rejection(
      'target',
      `The target is the baseline, ${target}. There would be no way to go, and no telling how far it is. Give another.`,
    );
  }
  return {
    externalId: requiredId(record.outcomeId, 'outcomeId', 'The outcome’s id'),
    account: requiredId(record.accountExternalId, 'accountExternalId', 'The account’s id'),
    name: requiredText(record.name, 'name', 'The outcome’s name'),
    baseline,
    target,
    dueOn: requiredDay(record.dueOn, 'dueOn', 'The day it is due'),
    reachedOn: record.reachedOn == null ? null : requiredDay(record.reachedOn, 'reachedOn', 'The day it was reached'),
  };
}

function isSame(a: Outcome, b: Outcome): boolean {
  return (
    a.accountId === b.accountId &&
    a.name === b.name &&
    a.baseline === b.baseline &&
    a.target === b.target &&
    a.dueOn === b.dueOn &&
    a.reachedOn === b.reachedOn
  );
}
