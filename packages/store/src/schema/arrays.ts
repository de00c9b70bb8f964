import { type RawBuilder, sql } from 'kysely';

/** What an array's elements are. */
export type ElementType =
  | 'text'
  | 'uuid'
  | 'smallint'
  | 'int'
  | 'bigint'
  | 'float8'
  | 'numeric'
  | 'boolean'
  | 'timestamptz'
  | 'jsonb';

/** A value as it is handed over: `null` for NULL, a time as ISO 8601 has it, JSON as its text. */
export type ElementValue = string | number | boolean | null;

const special = /["\\]/;
const everySpecial = /["\\]/g;

/**
 * A column of values as one array, written as PostgreSQL reads it. The drivers write theirs element by element at several
 * times the cost, which at thousands of rows is what an import would mostly do.
 *
 * @param values of the type
 */
export function arrayOf(type: ElementType, values: readonly ElementValue[]): RawBuilder<unknown> {
  return sql`${type === 'text' || type === 'jsonb' ? textLiteral(values) : plainLiteral(values)}::${sql.raw(type)}[]`;
}

function plainLiteral(values: readonly ElementValue[]): string {
  let literal = '';
  for (const value of values) literal += literal === '' ? (value ?? 'NULL') : `,${value ?? 'NULL'}`;
  return `{${literal}}`;
}

function textLiteral(values: readonly ElementValue[]): string {
  let literal = '';
  for (const value of values) {
    if (literal !== '') literal += ',';
    if (value === null) literal += 'NULL';
    else literal += `"${escaped(String(value))}"`;
  }
  return `{${literal}}`;
}

function escaped(text: string): string {
  return special.test(text) ? text.replace(everySpecial, '\\$&') : text;
}
