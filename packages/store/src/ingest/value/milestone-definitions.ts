import { milestoneRoles } from '@plimsoll/metrics';
import { rebuildForPart } from '../../derived/health/remodel-health.ts';
import type { MilestoneDefinitionRecord } from '../../records/value.ts';
import { Batch, itemsOf } from '../batch.ts';
import { optionalText, requiredId } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { Rejection } from '../rejection.ts';
import { MilestoneDirectory } from './milestone-directory.ts';

/** Makes milestones, or changes what is given of those that are there. */
export function ingestMilestoneDefinitions(records: readonly MilestoneDefinitionRecord[]): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), (record) => ({
    key: requiredId(record.key, 'key', 'The milestone’s key'),
    name: optionalText(record.name, 'name', 'The milestone’s name'),
    role: parseRole(record.role),
  }));
  return async (tx) => {
    const directory = await MilestoneDirectory.load(tx);
    let recast = false;
    for (const item of parsed) {
      batch.step([item], ({ key, name, role }) => {
        const before = directory.find(key);
        const after = { name: name ?? before?.name ?? null, role: role ?? before?.role ?? ('other' as const) };
        if (before?.name === after.name && before.role === after.role) return;
        directory.put(key, after, 'key');
        recast ||= after.role !== (before?.role ?? 'other');
        batch.settle(item.index, before === undefined ? 'created' : 'updated');
      });
    }
    await directory.save();
    if (recast) await rebuildForPart(tx, 'milestoneList');
    return batch.results;
  };
}

function parseRole(value: unknown) {
  if (value === undefined || value === null) return undefined;
  const role = milestoneRoles.find((known) => known === value);
  if (role !== undefined) return role;
  throw new Rejection(
    'role',
    `"${String(value)}" is nothing that a milestone can be for. Give one of ${milestoneRoles.join(', ')}.`,
  );
}
