import { type RawBuilder, sql } from 'kysely';
import { arrayOf, type ElementType } from './arrays.ts';
import { dateOf } from './days.ts';
import type { ElementValue } from './element-value.ts';

/** What a column of rows that are sent holds; a `date` is a day's number on this side. */
export type SentType = ElementType | 'date';

/** Columns of rows that are sent, by name: their type, and what of a row they hold. */
export type SentColumns<Row> = Readonly<Record<string, readonly [type: SentType, of: (row: Row) => ElementValue]>>;

/**
 * Rows as what a `select` lists, column by column under their names; `(select ${sentRows(…)}) as new` is a table of them.
 *
 * A column of which every row says the same is sent once. The others are arrays that the database takes apart side by
 * side, for half of what `from unnest(…)` costs it: there it would keep a table of every array.
 */
export function sentRows<Row>(rows: readonly Row[], columns: SentColumns<Row>): RawBuilder<unknown> {
  return sql.join(
    Object.entries(columns).map(([name, [type, of]], place) => {
      const values = rows.map(of);
      // The first tells how many rows there are.
      const sent = place > 0 && isOneValue(values) ? oneValue(type, values[0] ?? null) : everyValue(type, values);
      return sql`${type === 'date' ? dateOf(sent) : sent} as ${sql.ref(name)}`;
    }),
  );
}

/** What an `update` sets, where a table of {@link sentRows} goes by a name: each column to what was sent of it. */
export function assignedFrom(table: string, columns: Readonly<Record<string, unknown>>): RawBuilder<unknown> {
  return sql.join(Object.keys(columns).map((name) => sql`${sql.ref(name)} = ${sql.ref(`${table}.${name}`)}`));
}

function isOneValue(values: readonly ElementValue[]): boolean {
  return values.every((value) => value === values[0]);
}

function elementType(type: SentType): ElementType {
  return type === 'date' ? 'int' : type;
}

function oneValue(type: SentType, value: ElementValue): RawBuilder<unknown> {
  return sql`${typeof value === 'boolean' ? value : value === null ? null : String(value)}::${sql.raw(elementType(type))}`;
}

function everyValue(type: SentType, values: readonly ElementValue[]): RawBuilder<unknown> {
  return sql`unnest(${arrayOf(elementType(type), values)})`;
}
