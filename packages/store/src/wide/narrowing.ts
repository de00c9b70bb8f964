import type { AccountFilter } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { isInternalId } from '../accounts/known-accounts.ts';
import { arrayOf } from '../schema/arrays.ts';

type Condition = RawBuilder<unknown>;

/**
 * A condition on rows of `account` that holds at least for every account that one of the filters holds for; `undefined`
 * where it would say nothing. What the columns of a chunk know is left to them: a filter is always evaluated there too, by
 * the same code as in memory, so that this makes the way shorter and never decides anything.
 */
export function narrowing(filters: readonly (AccountFilter | undefined)[]): Condition | undefined {
  return anyOf(filters.map((filter) => (filter === undefined ? undefined : conditionOf(filter))));
}

function conditionOf(filter: AccountFilter): Condition | undefined {
  switch (filter.kind) {
    case 'and':
      return allOf(filter.of.map(conditionOf));
    case 'or':
      return anyOf(filter.of.map(conditionOf));
    case 'trait':
      return filter.on === undefined
        ? sql`coalesce(traits ->> ${filter.key}, '') = any(${arrayOf('text', filter.in)})`
        : undefined;
    case 'tags': {
      const { any, all = [], none = [] } = filter;
      return allOf([
        any === undefined ? undefined : sql`tags ?| ${arrayOf('text', any)}`,
        all.length === 0 ? undefined : sql`tags ?& ${arrayOf('text', all)}`,
        none.length === 0 ? undefined : sql`not tags ?| ${arrayOf('text', none)}`,
      ]);
    }
    case 'csm':
      return filter.none ? undefined : sql`coalesce(traits ->> 'csm', '') = any(${arrayOf('text', filter.in)})`;
    case 'accounts':
      return sql`account_id = any(${arrayOf('uuid', filter.ids.filter(isInternalId))})`;
    // The opposite of at least these accounts is not at least the others.
    case 'not':
    case 'stage':
    case 'search':
    case 'revenue':
    case 'health':
    case 'band':
    case 'customerSince':
    case 'churned':
    case 'created':
      return undefined;
  }
}

function allOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const known = conditions.filter((condition) => condition !== undefined);
  return known.length === 0 ? undefined : sql`(${sql.join(known, sql` and `)})`;
}

function anyOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const known = conditions.filter((condition) => condition !== undefined);
  if (known.length < conditions.length) return undefined;
  return known.length === 0 ? sql`false` : sql`(${sql.join(known, sql` or `)})`;
}
