import type { Segment, SegmentEntry, SegmentFilter } from '../../records/segment.ts';
import { isStorableJson } from '../../schema/storable-text.ts';
import { readSegments } from '../../segments/read-segments.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { Batch, itemsOf } from '../batch.ts';
import { optionalText, requiredText } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { Rejection } from '../rejection.ts';
import { circleThrough, type SegmentFilters, segmentsIn, sizeOf } from './segment-references.ts';

const mostSegments = 500;
/** Parts and values of a segment's filter, with those of the segments it names: the graph takes 1,000 in one question. */
const largestFilter = 900;
const keyShape = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Makes segments, or puts them in place of those with their keys. One that names another comes after it. */
export function ingestSegments(records: readonly SegmentEntry[]): Ingest {
  const batch = new Batch(records);
  return async (tx) => {
    const stored = new Map((await readSegments(tx)).map((segment) => [segment.key, segment]));
    for (const { index, value } of batch.step(itemsOf(records), parseSegment)) {
      const [checked] = batch.step([{ index, value }], (segment) => checkAmong(segment, stored));
      if (checked === undefined) continue;
      const before = stored.get(value.key);
      if (before !== undefined && isSame(before, value)) continue;
      batch.settle(index, before === undefined ? 'created' : 'updated');
      stored.set(value.key, value);
      await saveSegment(tx, value);
    }
    return batch.results;
  };
}

function parseSegment(record: SegmentEntry): Segment {
  if ('status' in record) throw new Rejection(record.field, record.reason);
  if (typeof record.key !== 'string' || !keyShape.test(record.key)) {
    throw new Rejection(
      'key',
      `"${String(record.key)}" is not a key for a segment. It stands in addresses. Use 1 to 63 of a–z, 0–9 and -, beginning and ending with a letter or digit.`,
    );
  }
  if (typeof record.filter !== 'object' || record.filter === null || Array.isArray(record.filter)) {
    throw new Rejection('filter', `The segment "${record.key}" has no filter. Give one, {} for every account.`);
  }
  if (!isStorableJson(record.filter)) {
    throw new Rejection(
      'filter',
      `The filter of the segment "${record.key}" holds a NUL or half a character, which cannot be stored. Remove it.`,
    );
  }
  return {
    key: record.key,
    name: requiredText(record.name, 'name', 'The segment’s name'),
    description: optionalText(record.description, 'description', 'The description') ?? null,
    filter: record.filter,
  };
}

/** Holds a segment against all others. @throws Rejection */
function checkAmong(segment: Segment, others: ReadonlyMap<string, Segment>): Segment {
  const { key, filter } = segment;
  const filters: SegmentFilters = new Map<string, SegmentFilter>([
    ...[...others].map(([other, { filter: its }]) => [other, its] as const),
    [key, filter],
  ]);
  if (filters.size > mostSegments) {
    throw new Rejection('key', `There are ${mostSegments} segments already, which is the most. Delete one first.`);
  }
  const unknown = [...segmentsIn(filter)].find((named) => !filters.has(named));
  if (unknown !== undefined) {
    throw new Rejection('filter', `There is no segment "${unknown}". Save it first, or correct the key.`);
  }
  const circle = circleThrough(key, filters);
  if (circle !== undefined) {
    throw new Rejection(
      'filter',
      `The segment would hold itself: ${circle.map((one) => `"${one}"`).join(' → ')}. Whether an account is in it could not be told. Take one of them out.`,
    );
  }
  const sizes = new Map<string, number>();
  for (const [other, its] of filters) {
    const size = sizeOf(its, filters, sizes);
    if (size <= largestFilter) continue;
    throw new Rejection(
      'filter',
      `The filter of the segment "${other}" would have ${size} parts and values, with those of the segments it names, and may have ${largestFilter}. Simplify it.`,
    );
  }
  return segment;
}

function isSame(a: Segment, b: Segment): boolean {
  return a.name === b.name && a.description === b.description && inOrder(a.filter) === inOrder(b.filter);
}

/** A filter as text, the same whatever the order of its keys: the database has its own. */
function inOrder(filter: SegmentFilter): string {
  return JSON.stringify(filter, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

async function saveSegment(tx: WriteTransaction, segment: Segment): Promise<void> {
  const content = { name: segment.name, description: segment.description, filter: JSON.stringify(segment.filter) };
  tx.effects.changed = true;
  await tx.trx
    .insertInto('segment')
    .values({ workspace_id: tx.workspace, segment_key: segment.key, ...content })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'segment_key']).doUpdateSet(content))
    .execute();
}
