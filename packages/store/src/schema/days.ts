import { type RawBuilder, sql } from 'kysely';

/** A date column as whole days since 1970-01-01, as the metrics count them. */
export function dayNumber(column: string): RawBuilder<number> {
  return sql<number>`(${sql.ref(column)} - date '1970-01-01')`;
}

/** Whole days since 1970-01-01, a number or a column of them, as a date. */
export function dateOf(day: number | RawBuilder<unknown>): RawBuilder<unknown> {
  return typeof day === 'number' ? sql`(date '1970-01-01' + ${day}::int)` : sql`(date '1970-01-01' + ${day})`;
}
