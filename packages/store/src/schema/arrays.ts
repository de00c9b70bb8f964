import { type RawBuilder, sql } from 'kysely';

/** What an array's elements are. */
export type ElementType = 'text' | 'uuid' | 'smallint' | 'int' | 'bigint' | 'float8';

const special = /["\\]/;
const everySpecial = /["\\]/g;

/**
 * A column of values as one array, written as PostgreSQL reads it. The drivers write theirs element by element at several
 * times the cost, which at thousands of rows is what an import would mostly do.
 *
 * @param values of the type, `null` for NULL
 */
export function arrayOf(type: ElementType, values: readonly (string | number | null)[]): RawBuilder<unknown> {
  return sql`${type === 'text' ? textLiteral(values) : plainLiteral(values)}::${sql.raw(type)}[]`;
}

function plainLiteral(values: readonly (string | number | null)[]): string {
  let literal = '';
  for (const value of values) literal += literal === '' ? (value ?? 'NULL') : `,${value ?? 'NULL'}`;
  return `{${literal}}`;
}

function textLiteral(values: readonly (string | number | null)[]): string {
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
